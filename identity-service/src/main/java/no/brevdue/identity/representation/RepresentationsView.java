package no.brevdue.identity.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * For whom a person may act, and who may act for them.
 *
 * @param actsFor for the header Brevdue-On-Behalf-Of: now, or from a later day
 * @param actsForMe parents, guardians, next of kin and those with a power of attorney
 * @param powersOfAttorney given and received, with the ids to end them by
 * @param readsOwnFrom the first day on which the person reads alone
 * @param changes what birthdays of the next twelve weeks change, for the person and for those they act for
 */
@Schema(name = "Representations")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RepresentationsView(
        List<Right> actsFor,
        List<Right> actsForMe,
        List<PowerOfAttorneyView> powersOfAttorney,
        LocalDate readsOwnFrom,
        List<ComingChange> changes) {

    /**
     * A right to act.
     *
     * @param personId opaque id of the other: whom it lets act for, or who acts
     * @param name of the other, as the population register has it; absent for whoever has a power of attorney of the caller's,
     *     who gave it to a number: a number shall not tell a name
     * @param until the first day on which it no longer holds; absent if no end is known
     */
    @Schema(name = "RepresentationRight")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Right(
            UUID personId,
            @Nullable String name,
            RepresentationKind kind,
            RepresentationExtent extent,
            RepresentationScope scope,
            LocalDate from,
            @Nullable LocalDate until) {

        static Right of(UUID other, @Nullable String name, Representation right) {
            return new Right(other, name, right.kind(), right.extent(), right.scope(), right.from(), right.until());
        }

        /** Never the name. */
        @Override
        public String toString() {
            return "Right[" + personId + "]";
        }
    }
}
