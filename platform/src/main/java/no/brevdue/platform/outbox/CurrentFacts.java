package no.brevdue.platform.outbox;

import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;

import java.util.List;

/**
 * What holds now of one kind of aggregate, as facts that carry the whole state. A service has a bean for each kind that
 * others project; {@link Republisher} tells it again to whoever is new, has drifted or was restored.
 */
public interface CurrentFacts {

    /**
     * The facts of the next {@code limit} aggregates whose keys follow {@code key}, in the order of their keys; of one
     * aggregate all or none. What may still change is locked until the transaction ends, so that no newer fact of it can
     * overtake these. Empty at the end.
     *
     * @param key the last key of the page before, empty for the first
     */
    List<? extends Event> after(Transaction tx, String key, int limit);
}
