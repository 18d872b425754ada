package no.brevdue.mailbox.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** An entry of a sender with its place among all. */
record FeedRow(
        long serial,
        String stream,
        long position,
        String type,
        UUID messageId,
        UUID deliveryId,
        String reference,
        @Nullable String detail,
        Instant at) {

    FeedEntry entry() {
        return new FeedEntry(stream, position, type, messageId, deliveryId, reference, detail, at);
    }
}
