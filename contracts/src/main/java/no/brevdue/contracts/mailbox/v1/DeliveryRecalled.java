package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * The sender has taken the letter back.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param outcome what had become of it before
 */
public record DeliveryRecalled(UUID deliveryId, UUID messageId, UUID threadId, long version, RecallOutcome outcome)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
