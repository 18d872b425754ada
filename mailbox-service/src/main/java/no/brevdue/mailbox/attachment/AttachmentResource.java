package no.brevdue.mailbox.attachment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.identity.OrganizationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How a clinic's system brings attachments: announce, upload, and then name them in a letter. */
@Path("/v1/sender/attachments")
@Tag(name = "Sender")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:letters.write")
@RunOnVirtualThread
class AttachmentResource {

    private final UploadService uploads;
    private final CurrentCaller caller;

    AttachmentResource(UploadService uploads, CurrentCaller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Announce an attachment",
            description = "Upload its bytes next, and name it in a letter within 24 hours; otherwise it is deleted.")
    @APIResponse(
            responseCode = "201",
            description = "Announced",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AttachmentStatus.class)))
    public Response announce(@NotNull @Valid NewAttachment announced) {
        UUID id = uploads.announce(sender(), announced);
        return Response.created(URI.create("/v1/sender/attachments/" + id))
                .entity(new AttachmentStatus(id, AttachmentState.AWAITING_UPLOAD))
                .build();
    }

    /** Streamed: the one body that may be larger than a megabyte. */
    @PUT
    @Path("{attachmentId}/content")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Upload the bytes of an attachment",
            description =
                    "All of it in one request. Stored only if size, type and hash are as announced; repeat it until"
                            + " answered.")
    @APIResponse(responseCode = "204", description = "Durably stored, and waiting for the malware scanner")
    public void upload(@RestPath UUID attachmentId, InputStream content) {
        uploads.upload(sender(), attachmentId, content);
    }

    @GET
    @Path("{attachmentId}")
    @Operation(summary = "How far an attachment has come")
    public AttachmentStatus state(@RestPath UUID attachmentId) {
        return new AttachmentStatus(attachmentId, uploads.state(sender(), attachmentId));
    }

    private OrganizationNumber sender() {
        return caller.clientSystem().consumer();
    }

    /** How far it has come. */
    @Schema(name = "AttachmentStatus")
    public record AttachmentStatus(UUID attachmentId, AttachmentState state) {}
}
