package no.brevdue.identity.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A power of attorney.
 *
 * @param given true if the caller gave it, false if it was given to the caller
 * @param until the first day on which it no longer holds; absent if it has no end
 */
@Schema(name = "PowerOfAttorney")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PowerOfAttorneyView(
        UUID powerOfAttorneyId,
        boolean given,
        RepresentationScope scope,
        LocalDate from,
        @Nullable LocalDate until) {

    static PowerOfAttorneyView of(Ground power, boolean given) {
        return new PowerOfAttorneyView(
                power.id(), given, Objects.requireNonNull(power.scope()), power.fromDate(), power.untilDate());
    }
}
