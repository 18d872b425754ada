package no.brevdue.identity.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Taking an organisation in. */
@Path("/v1/operations/organizations/{organizationNumber: \\d+}/activation")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class ActivationsResource {

    private final OrganizationService organizations;
    private final CurrentCaller current;

    ActivationsResource(OrganizationService organizations, CurrentCaller current) {
        this.organizations = organizations;
        this.current = current;
    }

    @PUT
    @Operation(
            summary = "Activate an organisation and name its responsible manager",
            description = "The address register must know the organisation. Repeated, the manager is replaced.")
    public Organization activate(@RestPath String organizationNumber, @NotNull @Valid NewActivation activation) {
        return organizations.activate(
                current.caller(),
                OrganizationNumber.of(organizationNumber),
                activation.responsibleManager().nationalIdentityNumber());
    }

    /** Who is responsible. */
    @Schema(name = "NewActivation")
    record NewActivation(@NotNull @Valid NamedPerson responsibleManager) {}
}
