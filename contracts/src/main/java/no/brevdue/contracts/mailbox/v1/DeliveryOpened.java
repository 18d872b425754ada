package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * Content was released to an authenticated reader.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param reader in which role
 */
public record DeliveryOpened(UUID deliveryId, UUID messageId, UUID threadId, long version, ReaderRole reader)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
