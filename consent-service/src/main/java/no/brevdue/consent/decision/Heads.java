package no.brevdue.consent.decision;

import no.brevdue.contracts.consent.v1.DecisionsCounted;
import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** How much was decided under which aliases, for whoever tells it again. */
@ApplicationScoped
public class Heads {

    private final DecisionRepository decisions;

    Heads(DecisionRepository decisions) {
        this.decisions = decisions;
    }

    /** The next aliases in order, locked; from the first if {@code key} is empty. */
    public List<Head> after(Transaction tx, String key, int limit) {
        return decisions.after(tx, key, limit);
    }

    /** The next aliases of one partition, locked. */
    public List<Head> ofPartition(Transaction tx, int partition, UUID after, int limit) {
        return decisions.ofShard(tx, partition, after, limit);
    }

    /** What a reader must find in its own tables, one count for each partition. */
    List<DecisionsCounted> counts(Transaction tx) {
        return decisions.counts(tx);
    }
}
