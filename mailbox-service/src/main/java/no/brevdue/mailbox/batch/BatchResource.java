package no.brevdue.mailbox.batch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.mailbox.message.IdempotencyKey;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Many letters at once. */
@Path("/v1/sender/batches")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
@RunOnVirtualThread
class BatchResource {

    private final BatchService batches;
    private final CurrentCaller caller;

    BatchResource(BatchService batches, CurrentCaller caller) {
        this.batches = batches;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "sendLetters",
            summary = "Send up to 1,000 letters, each of them accepted or refused by itself",
            description =
                    "The answer tells for each what it alone would have been answered with. Repeat with the same Idempotency-Key"
                            + " until answered: what was accepted before is found again, what was refused is tried again.")
    public BatchResult send(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid BatchRequest batch) {
        return batches.send(caller.clientSystem(), IdempotencyKey.require(idempotencyKey), batch);
    }
}
