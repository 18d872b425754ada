package no.brevdue.mailbox.delivery;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What a delivery was doing when it was paused. */
record DeathPause(
        UUID deliveryId,
        Instant pausedAt,
        Instant dueBefore,
        @Nullable String reasonBefore) {

    /** The time that was left then is left again. */
    Instant dueAgain(Instant now) {
        Duration left = Duration.between(pausedAt, dueBefore);
        return left.isNegative() ? now : now.plus(left);
    }
}
