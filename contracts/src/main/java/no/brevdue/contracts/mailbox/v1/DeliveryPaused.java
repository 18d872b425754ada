package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * The register reports that the recipient is dead; verify. Nobody reads the letter and its deadlines rest, until the death is annulled or the letter goes back.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 */
public record DeliveryPaused(UUID deliveryId, UUID messageId, UUID threadId, long version) implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
