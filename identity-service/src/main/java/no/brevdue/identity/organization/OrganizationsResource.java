package no.brevdue.identity.organization;

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

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** An organisation, and whom its responsible manager has appointed to look after it. */
@Path("/v1/organizations/{organizationNumber: \\d+}")
@Tag(name = "Organizations")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class OrganizationsResource {

    private final OrganizationService organizations;
    private final CurrentCaller caller;

    OrganizationsResource(OrganizationService organizations, CurrentCaller caller) {
        this.organizations = organizations;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "An organisation and its units", description = "As the address register knows them now.")
    public Organization organization(@RestPath String organizationNumber) {
        return organizations.organization(OrganizationNumber.of(organizationNumber));
    }

    @GET
    @Path("superusers")
    @Operation(summary = "Who looks after the organisation", description = "For its responsible manager.")
    public List<Superuser> superusers(@RestPath String organizationNumber) {
        return organizations.superusers(caller.citizen(), OrganizationNumber.of(organizationNumber));
    }

    @POST
    @Path("superusers")
    @Consumes(MediaType.APPLICATION_JSON) // plain text would pass for a single string
    @ResponseStatus(201)
    @Operation(
            summary = "Appoint a superuser",
            description =
                    "By the responsible manager. A superuser looks after the organisation's practitioners, and reads"
                            + " nobody's letters. Appointing somebody twice is once.")
    @APIResponse(responseCode = "201", description = "Appointed, now or before")
    public Appointed appoint(@RestPath String organizationNumber, @NotNull @Valid NamedPerson superuser) {
        return new Appointed(organizations.appoint(
                caller.citizen(), OrganizationNumber.of(organizationNumber), superuser.nationalIdentityNumber()));
    }

    @DELETE
    @Path("superusers/{superuserId}")
    @Operation(summary = "Dismiss a superuser", description = "At once.")
    @APIResponse(responseCode = "204", description = "Dismissed")
    public void dismiss(@RestPath String organizationNumber, @RestPath UUID superuserId) {
        organizations.dismiss(caller.citizen(), OrganizationNumber.of(organizationNumber), superuserId);
    }

    /** The id to dismiss a superuser by. */
    @Schema(name = "AppointedSuperuser")
    record Appointed(UUID superuserId) {}
}
