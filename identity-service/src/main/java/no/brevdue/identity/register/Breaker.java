package no.brevdue.identity.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Leaves a register alone that has failed several times in a row: for a moment at first, twice as long after each further
 * failure. When the rest is over one question is let through, and decides for the others.
 */
public final class Breaker {

    private static final int TOLERATED = 5;
    private static final int LONGEST_DOUBLING = 6;

    private final String register;
    private final Duration rest;
    private final Clock clock;
    private int failures;
    private Instant restingUntil = Instant.MIN;

    /**
     * A breaker that is closed.
     *
     * @param clock real time
     */
    public Breaker(String register, Duration rest, Clock clock) {
        this.register = register;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * Asks, unless the register rests.
     *
     * @throws RegisterUnavailableException if it rests or fails again
     */
    public <T> T ask(Supplier<T> question) {
        admit();
        try {
            T answer = question.get();
            answered();
            return answer;
        } catch (RegisterUnavailableException away) {
            failed();
            throw away;
        }
    }

    public synchronized boolean resting() {
        return clock.instant().isBefore(restingUntil);
    }

    private synchronized void admit() {
        if (resting()) {
            throw new RegisterUnavailableException(register, "has failed too often and is left alone for a moment");
        }
        if (failures >= TOLERATED) {
            rest();
        }
    }

    private synchronized void answered() {
        failures = 0;
        restingUntil = Instant.MIN;
    }

    private synchronized void failed() {
        failures++;
        if (failures >= TOLERATED) {
            rest();
        }
    }

    private void rest() {
        int doublings = Math.min(failures - TOLERATED, LONGEST_DOUBLING);
        restingUntil = clock.instant().plus(rest.multipliedBy(1L << doublings));
    }
}
