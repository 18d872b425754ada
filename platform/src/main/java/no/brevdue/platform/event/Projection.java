package no.brevdue.platform.event;

import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Transaction;

import java.util.List;

/**
 * Keeps local tables in step with another service's facts. Every bean of this type is fed by a consumer of its own, in the
 * worker role, one transaction per batch. A fact may come twice and an old one may come late, so {@code apply} leans on the
 * version of the aggregate or on a unique key, never on a clock.
 */
public interface Projection<E extends Event> {

    /** The sealed family it follows; the topic follows from it. */
    Class<E> family();

    void apply(Transaction tx, Received<E> fact);

    /**
     * Whether a fact that cannot be applied holds up the later ones of its key. Not so where facts do not build on each
     * other: there the bad one goes to quarantine alone.
     */
    default boolean keepsOrder() {
        return true;
    }

    /** For projections that are cheaper by the batch. Facts with the same key are in order. */
    default void applyAll(Transaction tx, List<Received<E>> facts) {
        facts.forEach(fact -> apply(tx, fact));
    }
}
