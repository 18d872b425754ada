package no.brevdue.mailbox.archive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** The person's own archive. The list of it is beside the other lists of letters. */
@Path("/v1/me/archive/{letterId}")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class ArchiveResource {

    private final ArchiveService archive;
    private final CurrentCaller caller;

    ArchiveResource(ArchiveService archive, CurrentCaller caller) {
        this.archive = archive;
        this.caller = caller;
    }

    @PUT
    @ResponseStatus(204)
    @Operation(
            summary = "File a letter that has been opened",
            description =
                    "It leaves the inbox and stands in the archive, as readable as before. Takes an agreement of its own: BD-1351"
                            + " says what to ask for.")
    public void file(@RestPath UUID letterId) {
        archive.file(caller.citizen(), letterId);
    }

    @DELETE
    @Operation(
            summary = "Take a letter out of the archive",
            description = "It is in the inbox again. Takes no agreement.")
    public void takeOut(@RestPath UUID letterId) {
        archive.takeOut(caller.citizen(), letterId);
    }
}
