package no.brevdue.mailbox.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of one of the sender's letters.
 *
 * @param position dense within the organisation, from 1: a jump would mean that something was missed
 * @param type what happened, such as {@code delivery-opened}
 * @param reference the sender's own
 * @param detail a code that says more, where there is one
 */
public record FeedEntry(
        long position,
        String type,
        UUID messageId,
        UUID deliveryId,
        String reference,
        @Nullable String detail,
        Instant at) {}
