package no.brevdue.identity.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What a clinic's systems and staff record of who may act for a person. */
@Path("/v1/care")
@Tag(name = "Care")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:representation")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:representation", level = Level.HIGH)
@RunOnVirtualThread
class CareResource {

    private final CareService care;
    private final EvenPace pace;
    private final CurrentCaller caller;

    CareResource(CareService care, EvenPace pace, CurrentCaller caller) {
        this.care = care;
        this.pace = pace;
        this.caller = caller;
    }

    @POST
    @Path("disclosure-blocks")
    @ResponseStatus(201)
    @Operation(
            summary = "Block disclosure to whoever acts for a child",
            description = "At any age under 16, at once. To parents it is as if they had no right to act.")
    @APIResponse(responseCode = "201", description = "Blocked, whether the person is known or not")
    public Recorded block(@NotNull @Valid NewBlock block) {
        return pace.keep(
                () -> new Recorded(care.block(caller.caller(), block.nationalIdentityNumber(), block.purpose())));
    }

    @DELETE
    @Path("disclosure-blocks/{blockId}")
    @Operation(summary = "Lift a block that this organisation recorded")
    @APIResponse(responseCode = "204", description = "Lifted")
    public void lift(@RestPath UUID blockId) {
        care.end(caller.caller(), blockId, GroundKind.BLOCK);
    }

    @POST
    @Path("certificates")
    @ResponseStatus(201)
    @Operation(
            summary = "Record a certificate that a person lacks capacity",
            description = "Opens a guardianship of the register, or lets the next of kin that it names act.")
    @APIResponse(responseCode = "201", description = "Recorded, whether the person is known or not")
    public Recorded certify(@NotNull @Valid NewCertificate certificate) {
        return pace.keep(() -> new Recorded(care.certify(
                caller.caller(),
                certificate.nationalIdentityNumber(),
                certificate.nextOfKin(),
                certificate.from(),
                certificate.until(),
                certificate.purpose())));
    }

    @DELETE
    @Path("certificates/{certificateId}")
    @Operation(summary = "Revoke a certificate that this organisation recorded")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@RestPath UUID certificateId) {
        care.end(caller.caller(), certificateId, GroundKind.INCAPACITY, GroundKind.NEXT_OF_KIN);
    }

    @GET
    @Path("objections")
    @Operation(summary = "Children's objections that await a decision, the most urgent first")
    public List<OpenObjection> objections() {
        return care.objections(caller.caller());
    }

    @POST
    @Path("objections/{objectionId}/decisions")
    @ResponseStatus(204)
    @Operation(summary = "Decide about a child's objection")
    @APIResponse(responseCode = "204", description = "Decided")
    public void decide(@RestPath UUID objectionId, @NotNull @Valid Decision decision) {
        care.decide(caller.caller(), objectionId, decision.upheld());
    }

    @POST
    @Path("coming-changes")
    @Operation(
            summary = "What birthdays will change for a person's letters",
            description = "Twelve weeks ahead. Nothing is said of who acts for the person.")
    public List<ComingChange> changes(@NotNull @Valid ChangesOf person) {
        return pace.keep(() -> care.changes(caller.caller(), person.nationalIdentityNumber(), person.purpose()));
    }

    /** The id to undo it by. */
    @Schema(name = "Recorded")
    record Recorded(UUID id) {}

    /** Whom to hide. */
    @Schema(name = "NewDisclosureBlock")
    record NewBlock(
            @NotBlank @Size(max = 20) String nationalIdentityNumber,
            @NotNull CarePurpose purpose) {

        /** Never the number. */
        @Override
        public String toString() {
            return "NewBlock[***]";
        }
    }

    /**
     * A certificate.
     *
     * @param nextOfKin national identity number of the nearest relative, where it names one
     * @param until the first day on which it no longer holds; absent if it has no end
     */
    @Schema(name = "NewCertificate")
    record NewCertificate(
            @NotBlank @Size(max = 20) String nationalIdentityNumber,
            @Nullable @Size(max = 20) String nextOfKin,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotNull CarePurpose purpose) {

        /** Never a number. */
        @Override
        public String toString() {
            return "NewCertificate[***]";
        }
    }

    /** What the clinic found. */
    @Schema(name = "ObjectionDecision")
    record Decision(@NotNull Boolean upheld) {}

    /** Whose changes, and why. */
    @Schema(name = "ChangesOf")
    record ChangesOf(
            @NotBlank @Size(max = 20) String nationalIdentityNumber,
            @NotNull CarePurpose purpose) {

        /** Never the number. */
        @Override
        public String toString() {
            return "ChangesOf[***]";
        }
    }
}
