package no.brevdue.platform.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shards whose facts Kafka did not take. Each is left alone for a while, so that what waits in it neither fills the batches
 * of the others nor makes them wait for its timeout.
 */
final class RestingShards {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Map<Integer, Rest> rests = new HashMap<>();

    /** @param until by {@link System#nanoTime} */
    private record Rest(long until, Duration length) {}

    List<Integer> awake(Collection<Integer> shards, long now) {
        return shards.stream()
                .filter(shard -> !rests.containsKey(shard) || rests.get(shard).until() - now <= 0)
                .toList();
    }

    /** Ever longer as long as Kafka takes those of others; if it takes none, the fault is not the shard's. */
    void rest(int shard, long now, boolean othersGetThrough) {
        Rest before = rests.get(shard);
        Duration length =
                before == null || !othersGetThrough ? FIRST : before.length().multipliedBy(2);
        Duration bounded = length.compareTo(LONGEST) < 0 ? length : LONGEST;
        rests.put(shard, new Rest(now + bounded.toNanos(), bounded));
    }

    void wake(int shard) {
        rests.remove(shard);
    }
}
