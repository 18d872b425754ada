package no.brevdue.mailbox.copy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The person's own copy: deleted at any time, undone for thirty days. */
@Path("/v1/me/letters/{letterId}/deletions")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class DeletionResource {

    private final DeletionService deletions;
    private final CurrentCaller caller;

    DeletionResource(DeletionService deletions, CurrentCaller caller) {
        this.deletions = deletions;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(204)
    @Operation(
            summary = "Delete a letter",
            description =
                    "Can be undone for 30 days, unless it is for good. The sender keeps its own copy, as the law says."
                            + " If nobody has opened the letter its sender is told, and reaches the person another way. A letter that"
                            + " is sealed goes out of sight for good, and is kept as evidence.")
    public void delete(@RestPath UUID letterId, @NotNull @Valid Deletion deletion) {
        deletions.delete(caller.citizen(), letterId, deletion.forGood());
    }

    @DELETE
    @Operation(summary = "Undo a deletion")
    public void restore(@RestPath UUID letterId) {
        deletions.restore(caller.citizen(), letterId);
    }

    /**
     * How.
     *
     * @param forGood true destroys the keys of this copy now, and nobody can bring it back
     */
    @Schema(name = "Deletion", examples = "{\"forGood\": false}")
    public record Deletion(boolean forGood) {}
}
