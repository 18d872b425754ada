package no.brevdue.mailbox.reply;

import io.smallrye.common.annotation.RunOnVirtualThread;
import no.brevdue.mailbox.inbox.CopyReceiver;
import no.brevdue.mailbox.message.Purpose;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.CurrentCaller;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.caller.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Replies to the letters of an organisation, for its systems and for those who work there. */
@Path("/v1/organization/replies")
@Tag(name = "Organisation")
@Callers(issuer = Issuer.MASKINPORTEN, scope = "brevdue:inbox")
@Callers(issuer = Issuer.HELSE_ID, scope = "brevdue:inbox", level = Level.HIGH)
@RunOnVirtualThread
class OrganizationReplyResource {

    private final OrganizationReplyService replies;
    private final CurrentCaller caller;

    OrganizationReplyResource(OrganizationReplyService replies, CurrentCaller caller) {
        this.replies = replies;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Replies that wait to be acknowledged, oldest first",
            description =
                    "Each is told of in the feed, too: letter-answered, and reply-overdue where nobody acknowledges it.")
    public WaitingReplies waiting(@RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return new WaitingReplies(replies.waiting(receiver(), limit));
    }

    @POST
    @Path("{replyId}/fetches")
    @Operation(
            summary = "Fetch the content of a reply",
            description = "With the purpose, in the person's access log. Whoever wrote it sees that it was fetched.")
    public FetchedReply fetch(@RestPath UUID replyId, @NotNull @Valid FetchReply request) {
        return replies.fetch(receiver(), replyId, request.purpose());
    }

    @POST
    @Path("{replyId}/acknowledgements")
    @Operation(
            summary = "Acknowledge a reply that was fetched",
            description =
                    "FILED or REJECTED, like an application receipt. Either ends its deadline, and the first one stands.")
    public WaitingReply acknowledge(@RestPath UUID replyId, @NotNull @Valid AcknowledgeReply request) {
        return replies.acknowledge(receiver(), replyId, request.outcome() == ReplyOutcome.FILED);
    }

    private CopyReceiver receiver() {
        return CopyReceiver.of(caller.caller());
    }

    /** Replies that wait. */
    @Schema(name = "WaitingReplies")
    public record WaitingReplies(List<WaitingReply> replies) {}

    /**
     * A fetching.
     *
     * @param purpose why; the person sees it
     */
    @Schema(name = "FetchReply", examples = "{\"purpose\": \"TREATMENT\"}")
    public record FetchReply(@NotNull Purpose purpose) {}

    /** How the reply was received. */
    public enum ReplyOutcome {
        FILED,
        REJECTED
    }

    /**
     * The receipt of a reply.
     *
     * @param outcome FILED once it is kept where it belongs, REJECTED when it does not belong here
     */
    @Schema(name = "AcknowledgeReply", examples = "{\"outcome\": \"FILED\"}")
    public record AcknowledgeReply(@NotNull ReplyOutcome outcome) {}
}
