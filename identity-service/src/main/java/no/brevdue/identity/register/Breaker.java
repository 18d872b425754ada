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
        boolean trial = admit();
        try {
            T answer = question.get();
            answered();
            return answer;
        } catch (RegisterUnavailableException away) {
            failed(trial);
            throw away;
        }
    }

    public synchronized boolean resting() {
        return clock.instant().isBefore(restingUntil);
    }

    /** Whether the question decides for the others. */
    private synchronized boolean admit() {
        if (resting()) {
            throw new RegisterUnavailableException(register, "has failed too often and is left alone for a moment");
        }
        boolean trial = failures >= TOLERATED;
        if (trial) {
            rest();
        }
        return trial;
    }

    private synchronized void answered() {
        failures = 0;
        restingUntil = Instant.MIN;
    }

    /** Questions that were under way when the rest began say nothing new. */
    private synchronized void failed(boolean trial) {
        if (resting() && !trial) {
            return;
        }
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
