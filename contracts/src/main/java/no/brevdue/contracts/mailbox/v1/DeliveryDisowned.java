package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * The reader says that the letter is somebody else's. It is sealed, and its sender must find whom it was for.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 */
public record DeliveryDisowned(UUID deliveryId, UUID messageId, UUID threadId, long version) implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
