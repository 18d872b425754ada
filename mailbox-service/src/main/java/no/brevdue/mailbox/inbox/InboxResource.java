package no.brevdue.mailbox.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The person's mailbox. Lists are shown at level substantial, content is released at level high. */
@Path("/v1/me")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.SUBSTANTIAL)
@RunOnVirtualThread
class InboxResource {

    private final InboxService inbox;
    private final OpeningService openings;
    private final EntityTags tags;
    private final CurrentCaller caller;

    InboxResource(InboxService inbox, OpeningService openings, EntityTags tags, CurrentCaller caller) {
        this.inbox = inbox;
        this.openings = openings;
        this.tags = tags;
        this.caller = caller;
    }

    @GET
    @Path("letters")
    @Operation(
            summary = "Letters, newest first",
            description =
                    "Neutral titles only. Reading the list opens nothing. With deleted=true those that were deleted and can be restored.")
    @APIResponse(
            responseCode = "200",
            description = "A page of letters",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LetterPage.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the page with this ETag")
    public Response letters(
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            @RestQuery @DefaultValue("false") @Pattern(regexp = "true|false") String deleted,
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf,
            @Context Request request) {
        return tags.answer(
                inbox.page(
                        caller.citizen(),
                        onBehalfOf,
                        Boolean.parseBoolean(deleted) ? Shelf.DELETED : Shelf.INBOX,
                        Cursor.parse(cursor),
                        limit),
                request);
    }

    @GET
    @Path("archive")
    @Operation(
            summary = "The archive, newest letter first",
            description = "What the person has filed; it is in no other list, and nobody else has a way in.")
    public LetterPage archive(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return inbox.page(caller.citizen(), null, Shelf.ARCHIVE, Cursor.parse(cursor), limit);
    }

    @GET
    @Path("letters/{letterId}")
    @Operation(summary = "One letter as the list shows it", description = "Never counts as opening.")
    public LetterView letter(@RestPath UUID letterId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return inbox.letter(caller.citizen(), onBehalfOf, letterId);
    }

    @GET
    @Path("unread-count")
    @Operation(summary = "How many letters nobody has opened")
    public UnreadCount unread(@RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return new UnreadCount(inbox.unread(caller.citizen(), onBehalfOf));
    }

    @POST
    @Path("letters/{letterId}/openings")
    @Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
    @Operation(
            summary = "Open a letter",
            description =
                    "Releases title, content and the list of attachments, and is recorded as opened. Repeat to read"
                            + " again.")
    public OpenedLetter open(@RestPath UUID letterId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return openings.open(caller.citizen(), onBehalfOf, letterId);
    }

    @POST
    @Path("letters/{letterId}/confirmations")
    @Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
    @Operation(summary = "Confirm a letter that has been opened")
    public LetterView confirm(@RestPath UUID letterId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return inbox.confirm(caller.citizen(), onBehalfOf, letterId);
    }

    @GET
    @Path("letters/{letterId}/attachments/{attachmentId}")
    @Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
    @Operation(summary = "Download an attachment of a letter that has been opened")
    @APIResponse(responseCode = "200", description = "The attachment, byte for byte")
    public Response attachment(
            @RestPath UUID letterId,
            @RestPath UUID attachmentId,
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return openings.attachment(caller.citizen(), onBehalfOf, letterId, attachmentId)
                .response();
    }

    /**
     * The number beside the inbox.
     *
     * @param unread letters nobody has opened
     */
    @Schema(name = "UnreadCount")
    public record UnreadCount(long unread) {}
}
