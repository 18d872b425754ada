package no.brevdue.identity.representation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Days from midnight to midnight, in Norway.
 *
 * @param from the first day
 * @param until the first day after it; absent if no end is known
 */
record Period(LocalDate from, @Nullable LocalDate until) {

    Period notBefore(LocalDate day) {
        return day.isAfter(from) ? new Period(day, until) : this;
    }

    boolean isEmpty() {
        return until != null && !from.isBefore(until);
    }

    boolean endsAfter(LocalDate day) {
        return until == null || until.isAfter(day);
    }
}
