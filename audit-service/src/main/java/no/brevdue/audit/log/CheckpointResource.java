package no.brevdue.audit.log;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Public on purpose: whoever keeps a checkpoint holds us to it. */
@Path("/v1/checkpoints")
@Callers(issuer = Issuer.NONE)
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
public class CheckpointResource {

    private final CheckpointService checkpoints;

    CheckpointResource(CheckpointService checkpoints) {
        this.checkpoints = checkpoints;
    }

    @GET
    @Path("latest")
    @Operation(summary = "The latest signed statement of the log's size and root (c2sp tlog-checkpoint)")
    public String latest() {
        return checkpoints.latest();
    }

    @GET
    @Path("verifier-key")
    @Operation(
            summary = "The key that checks the signatures (c2sp signed-note)",
            description = "To compare with the one an auditor was given by other means; alone it proves nothing.")
    public String verifierKey() {
        return checkpoints.verifierKey();
    }
}
