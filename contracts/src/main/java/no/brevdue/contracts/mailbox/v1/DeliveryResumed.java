package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * The reported death was annulled. The letter is where it was before, and its deadlines go on.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 */
public record DeliveryResumed(UUID deliveryId, UUID messageId, UUID threadId, long version) implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
