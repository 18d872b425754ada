package no.brevdue.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Carries stored facts to Kafka. A round reads what waits, numbers what must be numbered, sends, and removes what was
 * acknowledged. If the process dies after the commit of a fact, the next owner of the shard finds it; if it dies between
 * acknowledgement and removal, the fact is sent again under the same id and its readers recognise it. If it sleeps so long
 * that a shard changes hands, it can number nothing that is now the other's.
 */
@ApplicationScoped
public class OutboxRelay implements Job {

    private static final Logger LOGGER = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 1_000;
    private static final long FLOOR_TRUSTED_NANOS = 1_000_000_000L;

    private final Database database;
    private final OutboxRepository rows;
    private final Leases leases;
    private final FactProducer producer;
    private final RestingShards resting = new RestingShards();
    private long floor;
    private long floorResetAt = System.nanoTime();

    OutboxRelay(Database database, OutboxRepository rows, Leases leases, FactProducer producer) {
        this.database = database;
        this.rows = rows;
        this.leases = leases;
        this.producer = producer;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean run() {
        Lease lease = leases.mine();
        List<Integer> awake = resting.awake(lease.shards(), System.nanoTime());
        if (awake.isEmpty()) {
            return false;
        }
        List<OutboxRow> batch = read(lease, awake);
        if (batch.isEmpty()) {
            return false;
        }
        List<Long> acknowledged = producer.send(batch);
        int removed = database.asWorker(tx -> rows.remove(tx, acknowledged));
        if (removed == batch.size()) {
            floor = batch.stream().mapToLong(OutboxRow::id).max().orElse(floor);
        }
        leaveFailedShardsAlone(batch, Set.copyOf(acknowledged));
        if (acknowledged.isEmpty()) {
            producer.complain();
        }
        return batch.size() == BATCH;
    }

    /** A partition without a leader, or a record that Kafka refuses, concerns nobody else. */
    private void leaveFailedShardsAlone(List<OutboxRow> batch, Set<Long> acknowledged) {
        Set<Integer> failed = new TreeSet<>();
        for (OutboxRow row : batch) {
            if (acknowledged.contains(row.id())) {
                resting.wake(row.shard());
            } else {
                failed.add(row.shard());
            }
        }
        boolean othersGetThrough = !acknowledged.isEmpty();
        failed.forEach(shard -> resting.rest(shard, System.nanoTime(), othersGetThrough));
        if (!failed.isEmpty() && othersGetThrough) {
            LOGGER.errorf(producer.failure(), "Kafka takes no facts of some shards; they wait: shards=%s", failed);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        leases.release();
    }

    private List<OutboxRow> read(Lease lease, List<Integer> shards) {
        if (System.nanoTime() - floorResetAt > FLOOR_TRUSTED_NANOS) {
            floor = 0;
            floorResetAt = System.nanoTime();
        }
        return database.asWorker(tx -> {
            List<OutboxRow> waiting = rows.waiting(tx, shards, floor, BATCH);
            List<Long> unnumbered = waiting.stream()
                    .filter(row -> row.stream() != null && row.position() == null)
                    .map(OutboxRow::id)
                    .toList();
            return unnumbered.isEmpty()
                    ? inOrder(waiting)
                    : inOrder(numbered(waiting, rows.number(tx, unnumbered, lease)));
        });
    }

    /** A row that another owner has numbered or will number is left to it. */
    private static List<OutboxRow> numbered(List<OutboxRow> waiting, Map<Long, Long> positions) {
        List<OutboxRow> ready = new ArrayList<>();
        for (OutboxRow row : waiting) {
            Long position = positions.get(row.id());
            if (position != null) {
                ready.add(row.at(position));
            } else if (row.stream() == null || row.position() != null) {
                ready.add(row);
            }
        }
        return ready;
    }

    /** By id, but a stream by its positions: a row that committed late has a low id and a high position. */
    private static List<OutboxRow> inOrder(List<OutboxRow> ready) {
        return ready.stream()
                .sorted(Comparator.comparingLong(OutboxRow::positionOrZero).thenComparingLong(OutboxRow::id))
                .toList();
    }
}
