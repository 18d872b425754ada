package no.brevdue.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Carries stored facts to Kafka. A round reads what waits, numbers what must be numbered, sends, and removes what was
 * acknowledged. If the process dies after the commit of a fact, the next owner of the shard finds it; if it dies between
 * acknowledgement and removal, the fact is sent again under the same id and its readers recognise it. If it sleeps so long
 * that a shard changes hands, it can neither number nor remove what is now the other's.
 */
@ApplicationScoped
public class OutboxRelay implements Job {

    private static final int BATCH = 1_000;
    private static final long FLOOR_TRUSTED_NANOS = 1_000_000_000L;

    private final Database database;
    private final OutboxRepository rows;
    private final Leases leases;
    private final FactProducer producer;
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
        if (lease.shards().isEmpty()) {
            return false;
        }
        List<OutboxRow> batch = read(lease);
        if (batch.isEmpty()) {
            return false;
        }
        List<Long> acknowledged = producer.send(batch);
        int removed = database.asWorker(tx -> rows.remove(tx, acknowledged, lease));
        if (removed == batch.size()) {
            floor = batch.stream().mapToLong(OutboxRow::id).max().orElse(floor);
        }
        producer.complain();
        return batch.size() == BATCH;
    }

    void stop(@Observes ShutdownEvent stopping) {
        leases.release();
    }

    private List<OutboxRow> read(Lease lease) {
        if (System.nanoTime() - floorResetAt > FLOOR_TRUSTED_NANOS) {
            floor = 0;
            floorResetAt = System.nanoTime();
        }
        return database.asWorker(tx -> {
            List<OutboxRow> waiting = rows.waiting(tx, lease.shards(), floor, BATCH);
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
