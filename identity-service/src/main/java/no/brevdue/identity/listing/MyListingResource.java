package no.brevdue.identity.listing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** A practitioner's own calendar and directory fields; nobody else's can be named here. */
@Path("/v1/staff/me/listing")
@Tag(name = "Practitioners")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:staff", level = Level.HIGH)
@RunOnVirtualThread
class MyListingResource {

    private final ListingService listings;
    private final CurrentCaller caller;

    MyListingResource(ListingService listings, CurrentCaller caller) {
        this.listings = listings;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "When I am at work, and how to get hold of me")
    public Listing own() {
        return listings.own(caller.healthWorker());
    }

    @PUT
    @Operation(summary = "Change that, as a whole")
    @APIResponse(responseCode = "204", description = "Changed")
    public void change(@NotNull @Valid Listing listing) {
        listings.changeOwn(caller.healthWorker(), listing);
    }
}
