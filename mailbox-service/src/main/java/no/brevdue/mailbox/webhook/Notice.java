package no.brevdue.mailbox.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.mailbox.feed.FeedEntry;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What is posted: ids and codes. Not even the sender's own reference, since nobody knows what is written in it.
 *
 * @param type as in the feed, or {@code ping}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Notice(String type, Instant timestamp, @Nullable Data data) {

    record Data(
            long position,
            UUID messageId,
            UUID deliveryId,
            @Nullable String detail) {}

    static Notice of(FeedEntry event) {
        return new Notice(
                event.type(),
                event.at(),
                new Data(event.position(), event.messageId(), event.deliveryId(), event.detail()));
    }

    /** The same event has the same id, however often it is told. */
    static String idOf(FeedEntry event) {
        String place = event.consumer() + "/" + event.position();
        return "evt_" + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    static Notice ping(Instant now) {
        return new Notice("ping", now, null);
    }
}
