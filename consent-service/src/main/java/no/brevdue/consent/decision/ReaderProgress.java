package no.brevdue.consent.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How far one reader has come.
 *
 * @param people who have decided anything
 * @param behind of how many it does not act on the latest decision yet
 * @param oldest when the oldest of these decisions was made
 */
@Schema(name = "ReaderProgress")
public record ReaderProgress(
        String reader, long people, long behind, @Nullable Instant oldest) {}
