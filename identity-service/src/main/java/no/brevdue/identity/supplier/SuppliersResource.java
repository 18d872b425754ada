package no.brevdue.identity.supplier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Whose systems act for the organisation. */
@Path("/v1/organization/suppliers")
@Tag(name = "Suppliers")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:suppliers")
@RunOnVirtualThread
class SuppliersResource {

    private final SupplierService suppliers;
    private final CurrentCaller caller;

    SuppliersResource(SupplierService suppliers, CurrentCaller caller) {
        this.suppliers = suppliers;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Suppliers whose systems may act for the organisation, and those that might once")
    public List<RegisteredSupplier> all() {
        return suppliers.all(caller.clientSystem());
    }

    @PUT
    @Path("{organizationNumber: \\d+}")
    @Operation(
            summary = "Let a supplier's systems act for the organisation, with these scopes and no others",
            description =
                    "Only with a token that names no supplier. What can be let: brevdue:letters.write, brevdue:letters.read"
                            + " (with which the supplier may also follow GET /v1/supplier/events from then on), brevdue:inbox,"
                            + " brevdue:legal-bases.write, brevdue:research.read, brevdue:representation. Repeating it changes nothing.")
    @APIResponse(responseCode = "204", description = "It holds; in every service within a second")
    public void let(@RestPath String organizationNumber, @NotNull @Valid LetSupplier let) {
        suppliers.let(caller.clientSystem(), OrganizationNumber.of(organizationNumber), let.scopes());
    }

    @DELETE
    @Path("{organizationNumber: \\d+}")
    @Operation(summary = "Let a supplier's systems act for the organisation no more")
    @APIResponse(responseCode = "204", description = "It is over; in every service within a second")
    public void end(@RestPath String organizationNumber) {
        suppliers.end(caller.clientSystem(), OrganizationNumber.of(organizationNumber));
    }

    /** What a supplier may do. */
    @Schema(name = "LetSupplier")
    record LetSupplier(@NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 100) String> scopes) {}
}
