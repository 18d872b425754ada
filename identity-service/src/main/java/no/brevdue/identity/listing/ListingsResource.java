package no.brevdue.identity.listing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Calendar and directory fields of everybody at work in an organisation, for its superusers. */
@Path("/v1/organizations/{organizationNumber: \\d+}/practitioners/{practitionerId}/listing")
@Tag(name = "Organizations")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class ListingsResource {

    private final ListingService listings;
    private final CurrentCaller caller;

    ListingsResource(ListingService listings, CurrentCaller caller) {
        this.listings = listings;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "When a practitioner is at work, and how to get hold of them")
    public Listing listing(@RestPath String organizationNumber, @RestPath UUID practitionerId) {
        return listings.of(caller.citizen(), OrganizationNumber.of(organizationNumber), practitionerId);
    }

    @PUT
    @Operation(summary = "Change that, as a whole", description = "Recorded as the superuser's own act.")
    @APIResponse(responseCode = "204", description = "Changed")
    public void change(
            @RestPath String organizationNumber, @RestPath UUID practitionerId, @NotNull @Valid Listing listing) {
        listings.change(caller.citizen(), OrganizationNumber.of(organizationNumber), practitionerId, listing);
    }
}
