package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * The sender reports that the person was reached another way, or that it gave up.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param reached true when the person was reached
 */
public record FallbackCompleted(UUID deliveryId, UUID messageId, UUID threadId, long version, boolean reached)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
