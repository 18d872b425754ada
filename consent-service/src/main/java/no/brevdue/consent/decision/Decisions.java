package no.brevdue.consent.decision;

import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Numbers what people decide. */
@ApplicationScoped
public class Decisions {

    /** In which aliases are locked, here and by PostgreSQL, which compares without signs. */
    public static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

    private final DecisionRepository decisions;
    private final AliasLinks links;
    private final Clock clock;

    Decisions(DecisionRepository decisions, AliasLinks links, Clock clock) {
        this.decisions = decisions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The number of the next decision of this alias. Until the transaction ends the alias decides nothing else, so that its
     * facts are numbered in the order of their commits.
     */
    public long next(Transaction tx, UUID alias) {
        return decisions.next(tx, alias, clock.instant());
    }

    /** As for one, for each; they come in the one order. What a decision depends on is read after it. */
    public void lock(Transaction tx, List<UUID> aliases) {
        aliases.forEach(alias -> lock(tx, alias));
    }

    /** Waits until nobody else decides for this alias, and holds the others off. */
    public void lock(Transaction tx, UUID alias) {
        decisions.lock(tx, alias);
    }

    /** Every alias of the person, in the one order in which they are locked. */
    public List<UUID> aliases(Transaction tx, UUID alias) {
        return links.aliasesOfSamePerson(tx, alias).stream().sorted(ORDER).toList();
    }

    /** How much each reader acts on, under this alias. */
    public List<Effect> effects(Transaction tx, UUID alias) {
        return decisions.effects(tx, alias);
    }
}
