package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * The recipient has confirmed the letter: this delivery has ended in proof.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param accepted false when a copy recipient rejected it
 */
public record DeliveryConfirmed(UUID deliveryId, UUID messageId, UUID threadId, long version, boolean accepted)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
