package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * A reply to a letter was accepted, or has come further with the clinic it is for.
 *
 * @param replyId the reply
 * @param messageId the message it answers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param state where it is now
 * @param overdue whether the clinic has not acknowledged it in time
 */
public record ReplyMoved(UUID replyId, UUID messageId, UUID threadId, long version, ReplyState state, boolean overdue)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
