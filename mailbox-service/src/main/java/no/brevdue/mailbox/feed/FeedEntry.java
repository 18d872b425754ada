package no.brevdue.mailbox.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of one of the sender's letters.
 *
 * @param consumer organisation number of the sender
 * @param position dense within the organisation, from 1: a jump would mean that something was missed
 * @param type what happened, such as {@code delivery-opened}
 * @param reference the sender's own
 * @param detail a code that says more, where there is one; the id of the reply where one is told of
 */
@Schema(name = "FeedEntry")
public record FeedEntry(
        String consumer,
        long position,
        String type,
        UUID messageId,
        UUID deliveryId,
        String reference,
        @Nullable String detail,
        Instant at) {}
