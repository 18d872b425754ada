package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * Somebody has taken responsibility for reaching the person another way, such as the post.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 */
public record FallbackHandedOver(UUID deliveryId, UUID messageId, UUID threadId, long version) implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
