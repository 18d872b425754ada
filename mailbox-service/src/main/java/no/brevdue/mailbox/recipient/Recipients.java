package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Doubts;
import no.brevdue.platform.identity.OrganizationNumber;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers for people: who is known, who was refused, and what can be believed about them now. */
@ApplicationScoped
public class Recipients {

    private final RecipientRepository recipients;
    private final Doubts doubts;
    private final NewRecipientBudget budgets;
    private final Clock clock;

    Recipients(RecipientRepository recipients, Doubts doubts, NewRecipientBudget budgets, Clock clock) {
        this.recipients = recipients;
        this.doubts = doubts;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** One alias of somebody known here; the worker role alone may ask. */
    public Optional<UUID> alias(Transaction tx, UUID person) {
        return recipients.alias(tx, person);
    }

    /**
     * Somebody is about to be asked for, perhaps again: a refusal of before says nothing about the answer to come. It counts
     * for the organisation that writes.
     */
    public void expect(Transaction tx, UUID alias, OrganizationNumber sender) {
        recipients.forgetRefusal(tx, alias);
        budgets.spend(tx, sender.value(), clock.instant());
    }

    /** When identity-service was last heard on the partition that has been silent longest. */
    public Optional<Instant> factsAsOf(Transaction tx) {
        return recipients.heardAt(tx, Topic.IDENTITY_EVENTS.address());
    }

    /** The language the person has chosen; Bokmål until something is known. */
    public Language language(Transaction tx, UUID alias) {
        return recipients.language(tx, alias).orElse(Language.NB);
    }

    /** Those of some people of whom the register reports a death. */
    public Set<UUID> reportedDead(Transaction tx, Collection<UUID> aliases) {
        return recipients.reportedDead(tx, aliases);
    }

    /** What stands about each alias. An alias without an entry is unknown. While identity-service is silent all are in doubt. */
    public Map<UUID, Standing> standings(Transaction tx, Collection<UUID> aliases) {
        Map<UUID, Standing> standings = new HashMap<>();
        Map<UUID, Recipient> known = recipients.byAlias(tx, aliases);
        boolean silent = !known.isEmpty() && doubts.silent(tx, Topic.IDENTITY_EVENTS);
        known.forEach((alias, recipient) ->
                standings.put(alias, new Standing.Known(recipient.facts(), silent || recipient.inDoubt())));
        Set<UUID> others = new HashSet<>(aliases);
        others.removeAll(standings.keySet());
        if (!others.isEmpty()) {
            Map<UUID, String> refusals = recipients.refusals(tx, others);
            for (UUID alias : others) {
                String reason = refusals.get(alias);
                standings.put(alias, reason == null ? new Standing.Unknown() : new Standing.Refused(reason));
            }
        }
        return standings;
    }

    /** What stands about those who may act for some people; asked for only where somebody does not read alone. */
    public Map<UUID, Standing> representatives(Transaction tx, Collection<Standing> standings, LocalDate today) {
        List<UUID> aliases = standings.stream()
                .filter(Standing.Known.class::isInstance)
                .map(known -> ((Standing.Known) known).facts().plan())
                .filter(plan -> !plan.readsOwnOn(today))
                .flatMap(plan -> plan.representations().stream())
                .map(Representation::representative)
                .distinct()
                .toList();
        return aliases.isEmpty() ? Map.of() : standings(tx, aliases);
    }
}
