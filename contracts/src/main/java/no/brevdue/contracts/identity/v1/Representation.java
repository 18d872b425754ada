package no.brevdue.contracts.identity.v1;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody may act for a person, for a time. Days begin and end at midnight Europe/Oslo.
 *
 * @param representative alias of whoever acts
 * @param kind by which right
 * @param extent which letters
 * @param scope what may be done with them
 * @param from the first day
 * @param until the first day on which it no longer holds; absent if no end is known
 */
public record Representation(
        UUID representative,
        RepresentationKind kind,
        RepresentationExtent extent,
        RepresentationScope scope,
        LocalDate from,
        @Nullable LocalDate until) {

    /** Whether it opens a letter; {@code marked} by its sender as visible to parents, or not. */
    public boolean opens(boolean marked) {
        return extent == RepresentationExtent.ALL || marked;
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
