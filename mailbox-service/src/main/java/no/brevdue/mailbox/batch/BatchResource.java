package no.brevdue.mailbox.batch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.mailbox.message.IdempotencyKey;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
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
    private final StagedBatchService staged;
    private final CurrentCaller caller;

    BatchResource(BatchService batches, StagedBatchService staged, CurrentCaller caller) {
        this.batches = batches;
        this.staged = staged;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "sendLetters",
            summary = "Send up to 1,000 letters, each of them accepted or refused by itself",
            description =
                    "The answer tells for each what it alone would have been answered with. Repeat with the same Idempotency-Key"
                            + " until answered: what was accepted before is found again, what was refused is tried again, also"
                            + " corrected; a key that was used for other references is refused."
                            + " With allOrNothing either all are stored or none, and they wait for the batch to be committed.")
    public BatchResult send(
            @Parameter(required = true) @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid BatchRequest batch) {
        String key = IdempotencyKey.require(idempotencyKey);
        return batch.allOrNothing()
                ? staged.stage(caller.clientSystem(), key, batch.letters())
                : batches.send(caller.clientSystem(), key, batch);
    }

    @POST
    @Path("{batchId}/commits")
    @Operation(
            operationId = "commitBatch",
            summary = "Let all letters of a batch go that was sent with allOrNothing",
            description =
                    "Within an hour; after that they come back with NOT_COMMITTED. Repeating it changes nothing. Nobody has seen a"
                            + " letter of the batch before.")
    public BatchCommit commit(@RestPath UUID batchId) {
        return BatchCommit.of(staged.commit(caller.clientSystem(), batchId));
    }

    /** When a batch was committed. */
    @Schema(name = "BatchCommit")
    public record BatchCommit(UUID batchId, Instant committedAt) {

        static BatchCommit of(StagedBatch batch) {
            return new BatchCommit(batch.id(), Objects.requireNonNull(batch.committedAt()));
        }
    }
}
