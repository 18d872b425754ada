package no.brevdue.mailbox.recall;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that somebody got who should not have.
 *
 * @param reason the sender's, of a recall
 * @param awareAt when the controller became aware, or was told
 */
public record Breach(
        UUID id,
        UUID messageId,
        String organization,
        Cause cause,
        @Nullable String reason,
        Instant awareAt,
        Instant startedAt) {

    /** How it came to light. */
    public enum Cause {
        /** Its sender took the letter back. */
        RECALLED,
        /** Its reader said that it is somebody else's. */
        NOT_MINE
    }
}
