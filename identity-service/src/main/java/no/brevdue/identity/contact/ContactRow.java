package no.brevdue.identity.contact;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Contact data as stored: the addresses encrypted. */
record ContactRow(
        byte @Nullable [] email,
        @Nullable Instant emailConfirmedAt,
        byte @Nullable [] mobile,
        @Nullable Instant mobileConfirmedAt,
        Instant asOf) {

    /** No clock is that wrong: an answer from further ahead was given before the clock was set back, and is no answer. */
    static final Duration AHEAD = Duration.ofDays(30);
}
