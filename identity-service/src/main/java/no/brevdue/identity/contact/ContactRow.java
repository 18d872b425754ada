package no.brevdue.identity.contact;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Contact data as stored: the addresses encrypted. */
record ContactRow(
        byte @Nullable [] email,
        @Nullable Instant emailConfirmedAt,
        byte @Nullable [] mobile,
        @Nullable Instant mobileConfirmedAt,
        Instant asOf) {}
