package no.brevdue.contracts.mailbox.v1;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The letter can be opened. notification-service tells the person; a copy recipient finds it in its inbox.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param recipientKind person or organisation
 * @param alias the person, for a person
 * @param parentVisibility whether parents of somebody between 12 and 16 see it
 */
public record DeliveryPublished(
        UUID deliveryId,
        UUID messageId,
        UUID threadId,
        long version,
        RecipientKind recipientKind,
        @Nullable UUID alias,
        ParentVisibility parentVisibility)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
