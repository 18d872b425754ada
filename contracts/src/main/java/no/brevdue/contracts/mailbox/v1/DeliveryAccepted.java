package no.brevdue.contracts.mailbox.v1;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The letter is durably stored, and nothing more.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param recipientKind person or organisation
 * @param alias the person, for a person
 * @param organization organisation number of a copy recipient
 * @param sender organisation number of the sending controller
 */
public record DeliveryAccepted(
        UUID deliveryId,
        UUID messageId,
        UUID threadId,
        long version,
        RecipientKind recipientKind,
        @Nullable UUID alias,
        @Nullable String organization,
        String sender)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
