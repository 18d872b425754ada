package no.brevdue.mailbox.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.mailbox.message.Purpose;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Letters as health personnel read them. */
@Path("/v1/staff/letters")
@Tag(name = "Staff")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:letters.read", level = Level.HIGH)
@RunOnVirtualThread
class StaffResource {

    private final StaffService letters;
    private final CurrentCaller caller;

    StaffResource(StaffService letters, CurrentCaller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    @POST
    @Path("{letterId}/readings")
    @Operation(
            summary = "Read a letter that the own organisation has sent, or has a copy of",
            description = "With the purpose, in the person's access log. Proves nothing about the person.")
    @APIResponse(responseCode = "200", description = "The content")
    @APIResponse(
            responseCode = "404",
            description = "No such letter of this organisation, or not for this reader: BD-1310")
    @APIResponse(responseCode = "503", description = "What the person has decided is in doubt: BD-1326")
    public StaffLetter read(@RestPath UUID letterId, @NotNull @Valid ReadLetter request) {
        return letters.read(caller.healthWorker(), letterId, request.purpose());
    }

    /**
     * A reading.
     *
     * @param purpose why; the person sees it
     */
    @Schema(name = "ReadLetter", examples = "{\"purpose\": \"TREATMENT\"}")
    public record ReadLetter(@NotNull Purpose purpose) {}
}
