package no.brevdue.mailbox.reply;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.mailbox.message.IdempotencyKey;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import no.brevdue.platform.caller.OnBehalf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** What the person, or whoever acts for them, answers to a letter. */
@Path("/v1/me/letters/{letterId}/replies")
@Tag(name = "Me")
@Callers(issuer = Issuer.ID_PORTEN, scope = "brevdue:me", level = Level.HIGH)
@RunOnVirtualThread
class ReplyResource {

    private final ReplyService replies;
    private final CurrentCaller caller;

    ReplyResource(ReplyService replies, CurrentCaller caller) {
        this.replies = replies;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON) // a record of one string would be made from plain text, too
    @ResponseStatus(201)
    @Operation(
            operationId = "answerLetter",
            summary = "Answer a letter",
            description =
                    "201 means durably stored and nothing more. Takes an opened letter whose sender takes answers, and an agreement"
                            + " of its own: BD-1350 says what to ask for. Repeat with the same Idempotency-Key and body until answered.")
    public ReplyView reply(
            @RestPath UUID letterId,
            @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf,
            @Parameter(required = true, example = "5f0b3f0e-54a1-4f5c-8a3e-2f8a9a4d1c12")
                    @RestHeader("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid WriteReply request) {
        return replies.reply(
                caller.citizen(), onBehalfOf, letterId, IdempotencyKey.require(idempotencyKey), request.text());
    }

    @GET
    @Operation(summary = "What has been answered to a letter, oldest first, and how far each has come")
    public Replies replies(@RestPath UUID letterId, @RestHeader(OnBehalf.HEADER) @Nullable UUID onBehalfOf) {
        return new Replies(replies.ofLetter(caller.citizen(), onBehalfOf, letterId));
    }

    /**
     * A reply.
     *
     * @param text plain, at most 5,000 characters
     */
    @Schema(name = "WriteReply", examples = "{\"text\": \"Takk, timen passer.\"}")
    public record WriteReply(@NotBlank @Size(max = 5_000) String text) {

        /** Never the text. */
        @Override
        public String toString() {
            return "WriteReply[***]";
        }
    }

    /** The replies to one letter. */
    @Schema(name = "Replies")
    public record Replies(List<ReplyView> replies) {}
}
