package no.brevdue.platform.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.event.QuarantinedRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.List;
import java.util.UUID;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Facts from other services that could not be applied here. */
@Path("/v1/operations/quarantine")
@Callers(issuer = Issuer.OPERATIONS, scope = "brevdue:operate")
@RunOnVirtualThread
class QuarantineResource {

    private final QuarantineService quarantine;
    private final CurrentCaller current;

    QuarantineResource(QuarantineService quarantine, CurrentCaller current) {
        this.quarantine = quarantine;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "The records that wait, the oldest first; where they were and what is wrong, not what they say")
    public QuarantineView open(@RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return new QuarantineView(quarantine.open(current.caller(), limit));
    }

    @POST
    @Path("{id}/retries")
    @Operation(summary = "Apply the record and all that wait behind it, or change nothing")
    @APIResponse(responseCode = "200", description = "All were applied, and the key waits no longer")
    @APIResponse(responseCode = "404", description = "No such record waits: BD-1040")
    @APIResponse(responseCode = "409", description = "It still cannot be applied: BD-1041")
    public Retried retry(@RestPath UUID id) {
        return new Retried(quarantine.retry(current.caller(), id));
    }

    @POST
    @Path("{id}/discards")
    @Operation(summary = "Give the record up for good")
    @APIResponse(responseCode = "204", description = "It is given up; what waits behind it can be retried")
    @APIResponse(responseCode = "404", description = "No such record waits: BD-1040")
    public void discard(@RestPath UUID id) {
        quarantine.discard(current.caller(), id);
    }

    public record QuarantineView(List<QuarantinedRecord> records) {}

    public record Retried(int applied) {}
}
