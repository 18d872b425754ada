package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * The person must be reached another way; the sender is told.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param reason why
 */
public record DeliveryFallbackOrdered(
        UUID deliveryId, UUID messageId, UUID threadId, long version, FallbackReason reason) implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
