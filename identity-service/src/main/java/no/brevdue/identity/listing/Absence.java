package no.brevdue.identity.listing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import jakarta.validation.constraints.NotNull;

/** Days on which the practitioner is away, the last one included. */
@Schema(name = "Absence")
record Absence(@NotNull LocalDate firstDay, @NotNull LocalDate lastDay) {

    boolean overlaps(Absence other) {
        return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
    }

    boolean isPossible() {
        return !lastDay.isBefore(firstDay);
    }
}
