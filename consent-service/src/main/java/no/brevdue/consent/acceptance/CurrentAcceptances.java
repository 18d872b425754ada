package no.brevdue.consent.acceptance;

import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.CurrentFacts;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** The latest acceptance of each alias. */
@ApplicationScoped
class CurrentAcceptances implements CurrentFacts {

    private final AcceptanceRepository acceptances;

    CurrentAcceptances(AcceptanceRepository acceptances) {
        this.acceptances = acceptances;
    }

    /** Locked before they are read, in the order of the aliases, with the lock that accepting takes. */
    @Override
    public List<? extends Event> after(Transaction tx, String key, int limit) {
        List<UUID> aliases = acceptances.aliasesAfter(tx, key, limit);
        aliases.forEach(alias -> acceptances.lock(tx, alias));
        return acceptances.latest(tx, aliases).stream().map(Acceptance::fact).toList();
    }
}
