package no.brevdue.platform.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.outbox.RepublishProgress;
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

/** The current facts of this service, told again to whoever is new, has drifted or was restored. */
@Path("/v1/operations/republish")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class RepublishResource {

    private final RepublishService republication;
    private final CurrentCaller current;

    RepublishResource(RepublishService republication, CurrentCaller current) {
        this.republication = republication;
        this.current = current;
    }

    @POST
    @Operation(summary = "Tell every current fact again, in the background")
    @APIResponse(
            responseCode = "202",
            description = "Started",
            content = @Content(schema = @Schema(implementation = Started.class)))
    @APIResponse(responseCode = "409", description = "This service has nothing to tell again: BD-1042")
    public RestResponse<Started> start() {
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Started(republication.start(current.caller())));
    }

    @GET
    @Path("{runId}")
    @Operation(summary = "How far a republication got")
    @APIResponse(responseCode = "200", description = "Facts told so far, and whether those were all")
    @APIResponse(responseCode = "404", description = "No such run was started here: BD-1043")
    public RepublishProgress progress(@RestPath UUID runId) {
        return republication.progress(runId);
    }

    public record Started(UUID runId) {}
}
