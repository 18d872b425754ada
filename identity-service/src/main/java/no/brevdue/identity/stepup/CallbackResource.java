package no.brevdue.identity.stepup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where ID-porten sends browsers back; they carry no token, and are recognised by the state they bring. */
@Path("/v1/step-up/callback")
@Callers(issuer = Issuer.NONE)
@RunOnVirtualThread
class CallbackResource {

    private final StepUpService stepUps;

    CallbackResource(StepUpService stepUps) {
        this.stepUps = stepUps;
    }

    @GET
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Where ID-porten sends the browser back",
            description = "For browsers only. The code is exchanged and the login is checked here.")
    @APIResponse(responseCode = "303", description = "On to the front end")
    @APIResponse(responseCode = "400", description = "Nobody awaits this answer: BD-1131")
    public Response callback(
            @RestQuery @NotNull @Size(max = 200) String state, @RestQuery @Size(max = 4000) @Nullable String code) {
        return Response.seeOther(stepUps.answered(state, code))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
