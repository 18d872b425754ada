package no.brevdue.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import no.brevdue.contracts.Event;
import no.brevdue.platform.job.Loop;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Feeds one projection. Poll, apply, commit the database, then commit the offsets: if the process dies in between, the batch
 * comes again and the projection recognises it. One thread does all of it, so a partition is never taken away in mid-batch.
 */
final class EventConsumer<E extends Event> implements Loop.Round {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Consumer<String, byte[]> kafka;
    private final BatchApplier<E> applier;
    private final Tracer tracer;
    private volatile long lag;

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
        kafka.subscribe(List.of(applier.topic().address()));
    }

    @Override
    public boolean run() {
        ConsumerRecords<String, byte[]> polled = kafka.poll(POLL);
        lag = kafka.assignment().stream()
                .mapToLong(partition -> kafka.currentLag(partition).orElse(0))
                .sum();
        if (polled.isEmpty()) {
            return true;
        }
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        Span span = BatchSpan.start(tracer, applier.topic().address(), records);
        try {
            Context.current().with(span).wrap(() -> applier.apply(records)).run();
            // An Error too: the next commit would be of what comes after, and nobody would miss this.
        } catch (RuntimeException | Error failure) {
            rewind(polled);
            throw failure;
        } finally {
            span.end();
        }
        kafka.commitSync();
        return true;
    }

    void close() {
        kafka.close();
    }

    private void rewind(ConsumerRecords<String, byte[]> polled) {
        for (TopicPartition partition : polled.partitions()) {
            kafka.seek(partition, polled.records(partition).getFirst().offset());
        }
    }
}
