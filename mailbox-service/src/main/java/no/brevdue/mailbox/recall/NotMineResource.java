package no.brevdue.mailbox.recall;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The reader says that the letter is somebody else's. */
@Path("/v1/me/letters/{letterId}/not-mine")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class NotMineResource {

    private final NotMineService notMine;
    private final CurrentCaller caller;

    NotMineResource(NotMineService notMine, CurrentCaller caller) {
        this.notMine = notMine;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Say that a letter is not meant for you",
            description =
                    "It is sealed: nobody reads it any more. Its sender is told at once and must find whom it was for.")
    public void disown(@RestPath UUID letterId) {
        notMine.disown(caller.citizen(), letterId);
    }
}
