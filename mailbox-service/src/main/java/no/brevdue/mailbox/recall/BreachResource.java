package no.brevdue.mailbox.recall;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a controller must tell the authority about letters that reached the wrong reader. */
@Path("/v1/sender/breaches")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.read")
@RunOnVirtualThread
class BreachResource {

    private final BreachService breaches;
    private final CurrentCaller caller;

    BreachResource(BreachService breaches, CurrentCaller caller) {
        this.breaches = breaches;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The hundred latest breaches, newest first")
    public BreachPage all() {
        return new BreachPage(breaches.all(caller.clientSystem()));
    }

    @GET
    @Path("{breachId}")
    @Operation(
            summary = "The breach pack of a letter, GDPR article 33(3)",
            description = "Gathered from the evidence at this moment. Readers appear as role and pseudonym only.")
    public BreachPack one(@RestPath UUID breachId) {
        return breaches.one(caller.clientSystem(), breachId);
    }

    /** The latest breaches. */
    @Schema(name = "BreachPage")
    public record BreachPage(List<BreachPack> breaches) {}
}
