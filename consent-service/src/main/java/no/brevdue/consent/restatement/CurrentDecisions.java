package no.brevdue.consent.restatement;

import no.brevdue.consent.decision.Heads;
import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.CurrentFacts;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Everything each alias has decided. */
@ApplicationScoped
class CurrentDecisions implements CurrentFacts {

    private final Heads heads;
    private final Restatements restatements;

    CurrentDecisions(Heads heads, Restatements restatements) {
        this.heads = heads;
        this.restatements = restatements;
    }

    @Override
    public List<? extends Event> after(Transaction tx, String key, int limit) {
        return restatements.of(tx, heads.after(tx, key, limit));
    }
}
