package no.brevdue.mailbox.recall;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

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
            summary = "Say that a letter is not meant for you, or for whom you act",
            description =
                    "It is sealed: nobody reads it any more. Its sender is told at once, and in which role you read, and must"
                            + " find whom it was for.")
    public void disown(@RestPath UUID letterId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        notMine.disown(caller.citizen(), onBehalfOf, letterId);
    }
}
