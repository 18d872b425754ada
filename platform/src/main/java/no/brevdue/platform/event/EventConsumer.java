package no.brevdue.platform.event;

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

    EventConsumer(Consumer<String, byte[]> kafka, BatchApplier<E> applier) {
        this.kafka = kafka;
        this.applier = applier;
    }

    void subscribe() {
        kafka.subscribe(List.of(applier.topic().address()));
    }

    @Override
    public boolean run() {
        ConsumerRecords<String, byte[]> polled = kafka.poll(POLL);
        if (polled.isEmpty()) {
            return true;
        }
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        try {
            applier.apply(records);
            // An Error too: the next commit would be of what comes after, and nobody would miss this.
        } catch (RuntimeException | Error failure) {
            rewind(polled);
            throw failure;
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
