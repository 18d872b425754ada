package no.brevdue.identity.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A practitioner's calendar and directory fields, whole.
 *
 * @param phone direct; read as Norwegian without a country code, and kept as E.164
 * @param waitingDays how long one waits for an appointment
 */
@Schema(name = "Listing")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listing(
        @Nullable @Size(max = 40) String phone,
        @Nullable @Min(0) @Max(999) Integer waitingDays,
        @NotNull @Size(max = 50) List<@NotNull @Valid OpenHours> hours,
        @NotNull @Size(max = 100) List<@NotNull @Valid Absence> absences) {

    static final Listing NOTHING = new Listing(null, null, List.of(), List.of());

    /** A listing that can be kept: nobody opens after they close, or is away twice on one day. */
    Listing checked() {
        if (!arePossible(hours, OpenHours::isPossible, OpenHours::overlaps)
                || !arePossible(absences, Absence::isPossible, Absence::overlaps)) {
            throw ListingProblem.LISTING_TIMES_IMPOSSIBLE.because(
                    "Some hours or days end before they begin, or overlap.");
        }
        return new Listing(phone == null ? null : Phone.e164(phone), waitingDays, hours, absences);
    }

    private static <T> boolean arePossible(List<T> times, Predicate<T> possible, BiPredicate<T, T> overlap) {
        for (int i = 0; i < times.size(); i++) {
            T time = times.get(i);
            if (!possible.test(time) || times.subList(0, i).stream().anyMatch(other -> overlap.test(time, other))) {
                return false;
            }
        }
        return true;
    }

    /** Never the phone. */
    @Override
    public String toString() {
        return "Listing[hours=" + hours.size() + ", absences=" + absences.size() + "]";
    }
}
