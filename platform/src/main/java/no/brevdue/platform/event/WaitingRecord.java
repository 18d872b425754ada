package no.brevdue.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** A record that waits in quarantine, with everything it came with. */
record WaitingRecord(
        UUID id, String topic, int partition, long offset, String key, String headers, byte @Nullable [] payload) {

    /** As the consumer was handed it. */
    ConsumerRecord<String, byte[]> asReceived() {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                payload,
                StoredHeaders.read(headers),
                Optional.empty());
    }
}
