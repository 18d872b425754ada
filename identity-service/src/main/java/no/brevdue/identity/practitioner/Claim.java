package no.brevdue.identity.practitioner;

import java.time.Instant;
import java.util.UUID;

/**
 * A citizen says that they are this practitioner.
 *
 * @param matched the address register knows the practitioner there, and the birth date is that of whoever logged in
 */
record Claim(
        UUID id,
        String organization,
        long hprNumber,
        UUID alias,
        boolean matched,
        Instant claimedAt,
        Instant expiresAt) {}
