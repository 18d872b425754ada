package no.brevdue.identity.stepup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A fresh login before something sensitive. */
@Path("/v1/me/step-ups")
@Tag(name = "Me")
@RunOnVirtualThread
class StepUpResource {

    private final StepUpService stepUps;
    private final CurrentCaller caller;

    StepUpResource(StepUpService stepUps, CurrentCaller caller) {
        this.stepUps = stepUps;
        this.caller = caller;
    }

    @POST
    @Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
    @ResponseStatus(201)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Begin a fresh login",
            description = "Send the browser to the login page. It comes back to the front end's return page with"
                    + " #step-up=… (a handle for the header Brevdue-Step-Up: good once, for five minutes, for this operation)"
                    + " or #step-up-refused=….")
    @APIResponse(responseCode = "201", description = "A login can begin")
    @APIResponse(responseCode = "429", description = "Too many were begun: BD-1132")
    public StepUp begin(@NotNull @Valid NewStepUp stepUp) {
        return stepUps.begin(caller.citizen().alias(), stepUp.operation());
    }

    /** What the login is for. */
    @Schema(name = "NewStepUp", examples = "{\"operation\": \"CHANGE_EMAIL\"}")
    record NewStepUp(@NotNull Operation operation) {}
}
