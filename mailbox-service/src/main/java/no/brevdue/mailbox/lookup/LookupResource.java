package no.brevdue.mailbox.lookup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Finding letters again. What is looked for stands in the body, since it may be a number that no address may hold. */
@Path("/v1/sender")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.read")
@RunOnVirtualThread
class LookupResource {

    private final LookupService lookup;
    private final CurrentCaller caller;

    LookupResource(LookupService lookup, CurrentCaller caller) {
        this.lookup = lookup;
        this.caller = caller;
    }

    @POST
    @Path("message-searches")
    @Operation(
            operationId = "searchLetters",
            summary = "Find letters by reference, person, state and time, newest first")
    public SearchPage search(@NotNull @Valid SearchRequest request) {
        return lookup.search(caller.clientSystem(), request);
    }

    @POST
    @Path("reconciliations")
    @Operation(
            operationId = "reconcileLetters",
            summary = "Compare what you believe you have sent in a period with what is here",
            description = "For each reference: missing, or what is proven. And what is here that you did not name.")
    public Reconciled reconcile(@NotNull @Valid ReconciliationRequest request) {
        return lookup.reconcile(caller.clientSystem(), request);
    }
}
