package no.brevdue.platform.outbox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A stored fact on its way out. */
record OutboxRow(
        long id,
        int shard,
        UUID eventId,
        String topic,
        String key,
        String type,
        byte[] payload,
        @Nullable String stream,
        @Nullable Long position,
        @Nullable String trace,
        Instant at) {

    long positionOrZero() {
        return position == null ? 0 : position;
    }

    OutboxRow at(long numbered) {
        return new OutboxRow(id, shard, eventId, topic, key, type, payload, stream, numbered, trace, at);
    }
}
