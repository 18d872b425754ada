package no.brevdue.mailbox.batch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Letters that go together or not at all. */
public record StagedBatch(
        UUID id,
        String sender,
        String idempotencyKey,
        Instant commitBefore,
        @Nullable Instant committedAt) {

    private static final Duration TIME_TO_COMMIT = Duration.ofHours(1);

    /** Nobody's clock is so far ahead that letters come back which another replica still lets go. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofMinutes(1);

    static StagedBatch of(String sender, String idempotencyKey, Instant now) {
        return new StagedBatch(UUID.randomUUID(), sender, idempotencyKey, now.plus(TIME_TO_COMMIT), null);
    }

    Instant lettersComeBackAt() {
        return commitBefore.plus(BETWEEN_CLOCKS);
    }
}
