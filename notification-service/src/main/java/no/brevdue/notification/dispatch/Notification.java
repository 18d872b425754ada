package no.brevdue.notification.dispatch;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.notification.v1.Channel;
import no.brevdue.contracts.notification.v1.FailureReason;
import no.brevdue.contracts.notification.v1.NotificationFailed;
import no.brevdue.contracts.notification.v1.NotificationHandedOver;
import no.brevdue.contracts.notification.v1.NotificationOrdered;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Telling whoever may read it about one delivery, as it was when this replica took it in hand.
 *
 * @param alias the person the letter is for
 * @param parentVisibility whether parents of somebody between 12 and 16 see it
 * @param version how many facts have been told about it
 * @param setbacks how many tries came to nothing
 * @param attempts how many times the channel was reached for
 * @param happenedAt when what is told happened, by the mailbox's clock
 */
record Notification(
        UUID id,
        UUID deliveryId,
        UUID alias,
        Occasion reason,
        ParentVisibility parentVisibility,
        State state,
        long version,
        int setbacks,
        int attempts,
        @Nullable Instant orderedAt,
        @Nullable Instant happenedAt) {

    /** What takes no longer than this is told of a letter as it is. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /**
     * A letter can have been read, taken back or held up since it was published. Its reader is told of it as it is now, unless
     * that was just before.
     */
    boolean mustBeAskedAbout(Instant now) {
        return reason == Occasion.LETTER_UNREAD
                || setbacks > 0
                || attempts > 0
                || happenedAt == null
                || Duration.between(happenedAt, now).abs().compareTo(AT_ONCE) > 0;
    }

    NotificationOrdered ordered() {
        return new NotificationOrdered(deliveryId, version + 1, id, Channel.EMAIL);
    }

    NotificationHandedOver handedOver() {
        return new NotificationHandedOver(deliveryId, version + 1, id, Channel.EMAIL);
    }

    /** Whoever was told once is not unreached because a second notice fails. */
    NotificationFailed failed(FailureReason why) {
        return new NotificationFailed(deliveryId, version + 1, id, why, reason != Occasion.LETTER_UNREAD);
    }
}
