package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * Every delivery of the message, copies included, has ended in proof.
 *
 * @param messageId the message
 * @param threadId its thread; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 */
public record MessageCompleted(UUID messageId, UUID threadId, long version) implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
