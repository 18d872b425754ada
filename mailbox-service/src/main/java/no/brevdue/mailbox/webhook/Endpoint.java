package no.brevdue.mailbox.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where an organisation wants to be told.
 *
 * @param position how far in the feed it has been told
 * @param failingSince when the first of the failures in a row was
 * @param dueAt when it is looked at next; null once it is given up
 */
public record Endpoint(
        UUID id,
        String organization,
        String url,
        State state,
        byte[] secret,
        byte @Nullable [] earlierSecret,
        @Nullable Instant earlierUntil,
        long position,
        Instant createdAt,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable Outcome lastOutcome,
        @Nullable Instant dueAt) {

    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    enum State {
        ACTIVE,
        /** It failed for a day, or said that it is gone, and is left alone until somebody asks for a replay. */
        QUARANTINED
    }

    Endpoint told(long upTo, Instant now) {
        return with(State.ACTIVE, upTo, 0, null, Outcome.DELIVERED, now);
    }

    /** Tried again ever more seldom, for a day. */
    Endpoint failed(Outcome outcome, Instant now) {
        Instant since = failingSince == null ? now : failingSince;
        boolean givenUp = outcome == Outcome.GONE || !now.isBefore(since.plus(GIVEN_UP_AFTER));
        Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
        return with(
                givenUp ? State.QUARANTINED : State.ACTIVE,
                position,
                attempts + 1,
                since,
                outcome,
                givenUp ? null : now.plus(pause));
    }

    /** From there on everything is told again, under the ids it had. */
    Endpoint replayed(long from, Instant now) {
        return with(State.ACTIVE, from, 0, null, lastOutcome, now);
    }

    private Endpoint with(
            State next,
            long told,
            int tries,
            @Nullable Instant since,
            @Nullable Outcome outcome,
            @Nullable Instant due) {
        return new Endpoint(
                id,
                organization,
                url,
                next,
                secret,
                earlierSecret,
                earlierUntil,
                told,
                createdAt,
                tries,
                since,
                outcome,
                due);
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "Endpoint[" + id + "]";
    }
}
