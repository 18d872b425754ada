package no.brevdue.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import no.brevdue.contracts.Event;
import no.brevdue.platform.job.Loop;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Feeds one projection. Poll, apply, commit the database, and once a second the offsets: if the process dies in between, what was
 * applied since comes again and the projection recognises it. One thread does all of it, so a partition is never taken away in
 * mid-batch.
 */
final class EventConsumer<E extends Event> implements Loop.Round {

    private static final Logger LOGGER = Logger.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(2);
    private static final long BETWEEN_COMMITS_NANOS = 1_000_000_000L;

    /** What Kafka gives at once at most; so much means that more waits. */
    private static final int FULL = 500;

    /** A batch costs about as much as the first twenty facts in it: what comes meanwhile shares the next. */
    private static final long REST_NANOS = 20_000_000L;

    private final Consumer<String, byte[]> kafka;
    private final BatchApplier<E> applier;
    private final Tracer tracer;
    private volatile long lag;
    private long committedAt = System.nanoTime();
    private boolean hasApplied;

    EventConsumer(Consumer<String, byte[]> kafka, BatchApplier<E> applier, Tracer tracer) {
        this.kafka = kafka;
        this.applier = applier;
        this.tracer = tracer;
    }

    /** How many records wait for the projection, as far as the last poll could tell. */
    double lag() {
        return lag;
    }

    void subscribe() {
        kafka.subscribe(List.of(applier.topic().address()), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                commit();
            }

            /** They are another's already. */
            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
        });
    }

    @Override
    public boolean run() {
        ConsumerRecords<String, byte[]> polled = kafka.poll(POLL);
        lag = kafka.assignment().stream()
                .mapToLong(partition -> kafka.currentLag(partition).orElse(0))
                .sum();
        if (!polled.isEmpty()) {
            apply(polled);
            rest(polled.count());
        }
        if (System.nanoTime() - committedAt > BETWEEN_COMMITS_NANOS) {
            commit();
        }
        return true;
    }

    private void apply(ConsumerRecords<String, byte[]> polled) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        Span span = BatchSpan.start(tracer, applier.topic().address(), records);
        try {
            Context.current().with(span).wrap(() -> applier.apply(records)).run();
            hasApplied = true;
            // An Error too: the next commit would be of what comes after, and nobody would miss this.
        } catch (RuntimeException | Error failure) {
            rewind(polled);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static void rest(int count) {
        if (count < FULL) {
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    private void commit() {
        committedAt = System.nanoTime();
        if (hasApplied) {
            kafka.commitSync();
            hasApplied = false;
        }
    }

    /** What is not committed comes again. */
    void close() {
        try {
            if (hasApplied) {
                kafka.commitSync(LAST_COMMIT);
            }
        } catch (KafkaException away) {
            LOGGER.debug("The last offsets could not be committed", away);
        }
        // Leaving the group asks once more, and would wait for a broker that is away.
        hasApplied = false;
        kafka.close();
    }

    private void rewind(ConsumerRecords<String, byte[]> polled) {
        for (TopicPartition partition : polled.partitions()) {
            kafka.seek(partition, polled.records(partition).getFirst().offset());
        }
    }
}
