package no.brevdue.mailbox.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The inbox of an organisation that gets copies, such as the office of the general practitioner. */
@Path("/v1/organization/letters")
@Tag(name = "Organisation")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:inbox")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:inbox", level = Level.HIGH)
@RunOnVirtualThread
class OrganizationInboxResource {

    private final OrganizationInboxService inbox;
    private final CurrentCaller caller;

    OrganizationInboxResource(OrganizationInboxService inbox, CurrentCaller caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Copies, newest first")
    public CopyPage page(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return inbox.page(receiver(), Cursor.parse(cursor), limit);
    }

    @POST
    @Path("{letterId}/fetches")
    @Operation(
            summary = "Fetch the content of a copy",
            description = "Recorded as fetched; the copy is proven only by an acknowledgement.")
    public FetchedCopy fetch(@RestPath UUID letterId) {
        return inbox.fetch(receiver(), letterId);
    }

    @GET
    @Path("{letterId}/attachments/{attachmentId}")
    @Operation(summary = "Download an attachment of a copy")
    @APIResponse(responseCode = "200", description = "The attachment, byte for byte")
    public Response attachment(@RestPath UUID letterId, @RestPath UUID attachmentId) {
        return inbox.attachment(receiver(), letterId, attachmentId).response();
    }

    @POST
    @Path("{letterId}/acknowledgements")
    @Operation(
            summary = "Acknowledge a copy",
            description =
                    "OK or REJECTED, like an application receipt. Either ends the copy in proof; the sender is told. Repeating it"
                            + " changes nothing; the contrary is refused.")
    public CopyView acknowledge(@RestPath UUID letterId, @NotNull @Valid Acknowledgement acknowledgement) {
        return inbox.acknowledge(receiver(), letterId, acknowledgement.outcome() == Outcome.OK);
    }

    private CopyReceiver receiver() {
        return CopyReceiver.of(caller.caller());
    }

    /** How the copy was received. */
    public enum Outcome {
        OK,
        REJECTED
    }

    /**
     * The receipt of a copy.
     *
     * @param outcome OK once the copy is filed, REJECTED when it does not belong here
     */
    @Schema(name = "Acknowledgement", examples = "{\"outcome\": \"OK\"}")
    public record Acknowledgement(@NotNull Outcome outcome) {}
}
