package no.brevdue.platform.outbox;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The shards that a replica believes to hold, each with the epoch in which it got it. Only the database knows whether that
 * is still so: an owner that was asleep while its shard changed hands has an epoch of the past.
 */
record Lease(UUID owner, SortedMap<Integer, Long> epochs) {

    static Lease of(UUID owner, Map<Integer, Long> epochs) {
        return new Lease(owner, new TreeMap<>(epochs));
    }

    static Lease none(UUID owner) {
        return of(owner, Map.of());
    }

    List<Integer> shards() {
        return List.copyOf(epochs.keySet());
    }

    /** In the order of {@link #shards}. */
    List<Long> epochsOfShards() {
        return List.copyOf(epochs.values());
    }
}
