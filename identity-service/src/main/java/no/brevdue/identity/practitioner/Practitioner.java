package no.brevdue.identity.practitioner;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who works for an organisation.
 *
 * @param alias who that is as a citizen; null for whoever has been seen by HelseID alone
 * @param since when the standing began
 */
public record Practitioner(
        UUID id,
        String organization,
        long hprNumber,
        @Nullable UUID alias,
        Verification verifiedBy,
        Standing standing,
        Instant since) {}
