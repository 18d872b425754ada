package no.brevdue.identity.notice;

import no.brevdue.contracts.identity.v1.NoticeOccasion;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A notice as stored while it lasts: address and code encrypted. */
record NoticeRow(
        UUID id,
        UUID personId,
        UUID alias,
        NoticeOccasion occasion,
        byte[] address,
        byte @Nullable [] code,
        int attempts,
        Instant requestedAt,
        Instant expiresAt) {}
