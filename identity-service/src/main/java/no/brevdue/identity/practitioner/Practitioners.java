package no.brevdue.identity.practitioner;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organisation's practitioners, and who says that they are one.
 *
 * @param awaiting claims to decide about
 */
@Schema(name = "Practitioners")
record Practitioners(List<Item> practitioners, List<Awaiting> awaiting) {

    Practitioners {
        practitioners = List.copyOf(practitioners);
        awaiting = List.copyOf(awaiting);
    }

    /**
     * A practitioner.
     *
     * @param name as the population register has it; absent for whoever has been seen by HelseID alone
     */
    @Schema(name = "Practitioner")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID practitionerId,
            long hprNumber,
            @Nullable String name,
            Verification verifiedBy,
            Standing standing,
            Instant since) {

        static Item of(Practitioner practitioner, @Nullable String name) {
            return new Item(
                    practitioner.id(),
                    practitioner.hprNumber(),
                    name,
                    practitioner.verifiedBy(),
                    practitioner.standing(),
                    practitioner.since());
        }

        /** Never the name. */
        @Override
        public String toString() {
            return "Practitioner[" + practitionerId + "]";
        }
    }

    /**
     * A claim.
     *
     * @param matched whether the registers agree; a claim that does not match cannot be confirmed
     * @param name of whoever logged in, as the population register has it
     */
    @Schema(name = "PractitionerClaim")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Awaiting(
            UUID claimId,
            long hprNumber,
            @Nullable String name,
            boolean matched,
            Instant claimedAt,
            Instant expiresAt) {

        static Awaiting of(Claim claim, @Nullable String name) {
            return new Awaiting(
                    claim.id(), claim.hprNumber(), name, claim.matched(), claim.claimedAt(), claim.expiresAt());
        }

        /** Never the name. */
        @Override
        public String toString() {
            return "PractitionerClaim[" + claimId + "]";
        }
    }
}
