package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * A week has passed since the letter was published and nobody has opened it. notification-service tells the person once more, if it is still unread.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param alias the person
 */
public record DeliveryLeftUnread(UUID deliveryId, UUID messageId, UUID threadId, long version, UUID alias)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
