package no.brevdue.identity.representation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.contracts.identity.v1.RepresentationScope;
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
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Who may act for whom, as the person who is logged in sees and decides it. */
@Path("/v1/me")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class MyRepresentationsResource {

    private final MyRepresentationsService representations;
    private final EvenPace pace;
    private final CurrentCaller caller;

    MyRepresentationsResource(MyRepresentationsService representations, EvenPace pace, CurrentCaller caller) {
        this.representations = representations;
        this.pace = pace;
        this.caller = caller;
    }

    @GET
    @Path("representations")
    @Operation(
            summary = "For whom I may act, and who may act for me",
            description = "With the opaque ids that Brevdue-On-Behalf-Of takes, what may be done and for how long.")
    public RepresentationsView view() {
        return representations.view(caller.citizen());
    }

    @POST
    @Path("powers-of-attorney")
    @ResponseStatus(201)
    @Operation(
            summary = "Let somebody act for me",
            description = "From 16, to somebody of 18 or more. It takes effect once Brevdue knows the receiver.")
    @APIResponse(responseCode = "201", description = "Given, from today")
    public PowerOfAttorneyView give(@NotNull @Valid NewPowerOfAttorney power) {
        return pace.keep(() -> representations.give(
                caller.citizen(), power.receiver().nationalIdentityNumber(), power.scope(), power.until()));
    }

    @DELETE
    @Path("powers-of-attorney/{powerOfAttorneyId}")
    @Operation(summary = "End a power of attorney", description = "At once; giver and receiver alike may do so.")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@RestPath UUID powerOfAttorneyId) {
        representations.end(caller.citizen(), powerOfAttorneyId);
    }

    @PUT
    @Path("children/{childId}/login-consent")
    @Operation(
            summary = "Let a child of 13 to 15 read alone",
            description = "Before 13 it takes effect on the birthday.")
    @APIResponse(responseCode = "204", description = "Consented, now or before")
    public void consent(@RestPath UUID childId) {
        representations.consentToLogin(caller.citizen(), childId);
    }

    @DELETE
    @Path("children/{childId}/login-consent")
    @Operation(summary = "Take the consent to a child's login back", description = "At once.")
    @APIResponse(responseCode = "204", description = "No consent of the caller stands")
    public void revokeConsent(@RestPath UUID childId) {
        representations.revokeLoginConsent(caller.citizen(), childId);
    }

    @POST
    @Path("objections")
    @Consumes(MediaType.APPLICATION_JSON) // plain text would pass for a single string
    @ResponseStatus(201)
    @Operation(
            summary = "Object to what my parents see",
            description = "For those under 16. It hides at once, and the clinic decides whether it stays so.")
    @APIResponse(responseCode = "201", description = "Hidden from now on")
    public ObjectionView object(@NotNull @Valid NewObjection objection) {
        return representations.object(caller.citizen(), objection.organization());
    }

    /**
     * A power of attorney to give.
     *
     * @param until the first day on which it no longer holds; absent for none
     */
    @Schema(name = "NewPowerOfAttorney")
    record NewPowerOfAttorney(
            @NotNull @Valid Receiver receiver,
            @NotNull RepresentationScope scope,
            @Nullable LocalDate until) {}

    /** Who is to act. */
    @Schema(name = "Receiver")
    record Receiver(@NotBlank @Size(max = 20) String nationalIdentityNumber) {

        /** Never the number. */
        @Override
        public String toString() {
            return "Receiver[***]";
        }
    }

    /**
     * An objection.
     *
     * @param organization organisation number of the clinic that is to decide
     */
    @Schema(name = "NewObjection")
    record NewObjection(@NotBlank @Size(max = 20) String organization) {}
}
