package no.brevdue.identity.practitioner;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** An organisation's practitioners, for its superusers. Nothing here opens a letter or speaks for a practitioner. */
@Path("/v1/organizations/{organizationNumber: \\d+}")
@Tag(name = "Organizations")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class PractitionersResource {

    private final PractitionerService practitioners;
    private final CurrentCaller caller;

    PractitionersResource(PractitionerService practitioners, CurrentCaller caller) {
        this.practitioners = practitioners;
        this.caller = caller;
    }

    @GET
    @Path("practitioners")
    @Operation(summary = "The organisation's practitioners, and claims that await a decision")
    public Practitioners all(@RestPath String organizationNumber) {
        return practitioners.of(caller.citizen(), OrganizationNumber.of(organizationNumber));
    }

    @POST
    @Path("practitioner-claims/{claimId}/decisions")
    @ResponseStatus(204)
    @Operation(
            summary = "Confirm or reject that somebody is a practitioner",
            description = "Only what matches can be confirmed, and nobody confirms themselves.")
    @APIResponse(responseCode = "204", description = "Decided")
    public void decide(
            @RestPath String organizationNumber, @RestPath UUID claimId, @NotNull @Valid ClaimDecision decision) {
        practitioners.decide(
                caller.citizen(), OrganizationNumber.of(organizationNumber), claimId, decision.confirmed());
    }

    @PUT
    @Path("practitioners/{practitionerId}/standing")
    @Operation(
            summary = "Restrict, suspend or end what a practitioner may do in the organisation's name, or lift that",
            description = "At once, however the practitioner logs in.")
    @APIResponse(responseCode = "204", description = "Changed, now or before")
    public void change(
            @RestPath String organizationNumber, @RestPath UUID practitionerId, @NotNull @Valid NewStanding standing) {
        practitioners.change(
                caller.citizen(), OrganizationNumber.of(organizationNumber), practitionerId, standing.standing());
    }

    /** What the superuser found. */
    @Schema(name = "PractitionerClaimDecision")
    record ClaimDecision(@NotNull Boolean confirmed) {}

    /** What the practitioner may do from now on. */
    @Schema(name = "NewPractitionerStanding")
    record NewStanding(@NotNull Standing standing) {}
}
