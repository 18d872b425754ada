package no.brevdue.mailbox.recipient;

import no.brevdue.mailbox.recipient.DecisionRepository.State;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Doubts;
import no.brevdue.platform.identity.AliasLinks;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers for what people have decided: whether a sender may write to them, and whether that can be believed now. */
@ApplicationScoped
public class Consents {

    /** Whom consent-service names where no organisation is the controller. */
    private static final String PLATFORM = "platform";

    private final DecisionRepository decisions;
    private final AliasLinks links;
    private final Doubts doubts;
    private final Clock clock;

    Consents(DecisionRepository decisions, AliasLinks links, Doubts doubts, Clock clock) {
        this.decisions = decisions;
        this.links = links;
        this.doubts = doubts;
        this.clock = clock;
    }

    /**
     * A person, and somebody who writes to them.
     *
     * @param onConsent by consent in any case, whatever the sender has declared since
     */
    public record Pair(UUID alias, String sender, boolean onConsent) {}

    /** What stands about each pair. Senders on another legal basis cost one look at the register and nothing more. */
    public Map<Pair, ConsentStanding> standings(Transaction tx, Collection<Pair> pairs) {
        Set<String> onConsent = decisions.onConsent(
                tx, pairs.stream().map(Pair::sender).distinct().toList());
        Map<Pair, ConsentStanding> standings = new HashMap<>();
        for (Pair pair : pairs) {
            standings.computeIfAbsent(
                    pair,
                    asked -> asked.onConsent() || onConsent.contains(asked.sender())
                            ? standing(tx, asked)
                            : ConsentStanding.NOT_NEEDED);
        }
        return standings;
    }

    /** True while nobody here can know what the person has decided: then nobody but the person reads. */
    public boolean inDoubt(Transaction tx, UUID alias) {
        return decisions.areInDoubt(tx, alias, doubts.heardSince());
    }

    /** Senders to whom the person's consent does not hold any more: it ends what they wrote by it. */
    public Set<String> endedFor(Transaction tx, Collection<UUID> aliases) {
        return decisions.endedFor(tx, aliases, clock.instant());
    }

    /** Until the transaction ends a withdrawal that arrives waits. To be called before any letter is locked. */
    public void hold(Transaction tx, UUID alias) {
        decisions.hold(tx, alias);
    }

    /** Whether the person has agreed to an archive, on facts that are held and certain. */
    public Agreement toArchive(Transaction tx, UUID alias) {
        hold(tx, alias);
        if (inDoubt(tx, alias)) {
            return Agreement.IN_DOUBT;
        }
        return decisions.isAgreed(tx, alias, PLATFORM, "archive", clock.instant())
                ? Agreement.GIVEN
                : Agreement.MISSING;
    }

    private ConsentStanding standing(Transaction tx, Pair pair) {
        if (inDoubt(tx, pair.alias())) {
            return ConsentStanding.IN_DOUBT;
        }
        List<UUID> aliases = links.aliasesOfSamePerson(tx, pair.alias());
        List<State> states = decisions.letters(tx, aliases, pair.sender());
        Instant now = clock.instant();
        if (states.stream().anyMatch(State::isNo)) {
            return ConsentStanding.DENIED;
        }
        return !states.isEmpty() && states.stream().allMatch(state -> state.holds(now))
                ? ConsentStanding.GRANTED
                : ConsentStanding.UNANSWERED;
    }
}
