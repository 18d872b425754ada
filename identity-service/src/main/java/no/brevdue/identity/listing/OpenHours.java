package no.brevdue.identity.listing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.DayOfWeek;
import java.time.LocalTime;
import jakarta.validation.constraints.NotNull;

/** Hours of one day of every week, Norwegian time. */
@Schema(name = "OpenHours")
record OpenHours(
        @NotNull DayOfWeek day,
        @NotNull LocalTime opens,
        @NotNull LocalTime closes) {

    boolean overlaps(OpenHours other) {
        return day == other.day && opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }

    boolean isPossible() {
        return opens.isBefore(closes);
    }
}
