package no.brevdue.mailbox.reply;

import no.brevdue.contracts.mailbox.v1.ReplyState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A reply as the clinic's list shows it: no content.
 *
 * @param inReplyTo the message it answers
 * @param acknowledgeBefore when the clinic is told again; absent once acknowledged
 * @param overdue it has been told so before, and whoever wrote the reply sees it
 */
@Schema(name = "WaitingReply")
public record WaitingReply(
        UUID replyId,
        UUID inReplyTo,
        UUID letterId,
        ReplyState state,
        Instant acceptedAt,
        @Nullable Instant acknowledgeBefore,
        boolean overdue) {

    static WaitingReply of(Reply reply) {
        return new WaitingReply(
                reply.id(),
                reply.messageId(),
                reply.deliveryId(),
                reply.state(),
                reply.acceptedAt(),
                reply.dueAt(),
                reply.isOverdue());
    }
}
