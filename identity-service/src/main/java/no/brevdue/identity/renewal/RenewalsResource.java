package no.brevdue.identity.renewal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.UUID;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The first phase of rotating the alias key: everybody gets an alias under the new key while the old one is in use. */
@Path("/v1/operations/alias-renewals")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class RenewalsResource {

    private final RenewalService renewals;
    private final CurrentCaller current;

    RenewalsResource(RenewalService renewals, CurrentCaller current) {
        this.renewals = renewals;
        this.current = current;
    }

    @POST
    @Operation(
            summary = "Tell everybody under the aliases of every key, in the background",
            description = "Started when the new key is in every service's keyset and before it is the primary one.")
    @APIResponse(
            responseCode = "202",
            description = "Started",
            content = @Content(schema = @Schema(implementation = StartedRenewal.class)))
    public RestResponse<StartedRenewal> start() {
        return RestResponse.status(RestResponse.Status.ACCEPTED, new StartedRenewal(renewals.start(current.caller())));
    }

    @GET
    @Path("{renewalId}")
    @Operation(summary = "How far a renewal got")
    @APIResponse(responseCode = "200", description = "Persons so far, and whether those were all")
    @APIResponse(responseCode = "404", description = "No such renewal was started here: BD-1160")
    public RenewalProgress progress(@RestPath UUID renewalId) {
        return renewals.progress(renewalId);
    }

    public record StartedRenewal(UUID renewalId) {}
}
