package no.brevdue.mailbox.reply;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.contracts.mailbox.v1.ReplyState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A reply as whoever reads the letter sees it. ACCEPTED means durably stored and nothing more.
 *
 * @param writtenBy in which role it was written
 * @param fetchedAt when it was released to the clinic; that somebody has read it is not said
 * @param acknowledgedAt when the clinic said that it has filed or rejected it
 * @param rejected the clinic says that it does not belong there
 * @param overdue the clinic has not acknowledged it in time and has been told so; reach it another way
 */
@Schema(name = "Reply")
public record ReplyView(
        UUID replyId,
        UUID letterId,
        String text,
        ReaderRole writtenBy,
        ReplyState state,
        Instant acceptedAt,
        @Nullable Instant fetchedAt,
        @Nullable Instant acknowledgedAt,
        boolean rejected,
        boolean overdue) {

    static ReplyView of(Reply reply, String text) {
        return new ReplyView(
                reply.id(),
                reply.deliveryId(),
                text,
                reply.role(),
                reply.state(),
                reply.acceptedAt(),
                reply.fetchedAt(),
                reply.acknowledgedAt(),
                reply.rejected(),
                reply.isOverdue());
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "ReplyView[" + replyId + "]";
    }
}
