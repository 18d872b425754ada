package no.brevdue.contracts.mailbox.v1;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The letter waits, and for what.
 *
 * @param deliveryId the delivery
 * @param messageId the message it delivers
 * @param threadId the thread of the message; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param reason what it waits for
 * @param alias whose choice it waits for, where it awaits consent
 * @param sender who awaits it then, as organisation number
 * @param parentVisibility whether parents of a child between 12 and 16 read it, and are asked then; absent unless it awaits consent
 */
public record DeliveryHeld(
        UUID deliveryId,
        UUID messageId,
        UUID threadId,
        long version,
        HoldReason reason,
        @Nullable UUID alias,
        @Nullable String sender,
        @Nullable ParentVisibility parentVisibility)
        implements MailboxEvent {

    @Override
    public String key() {
        return threadId.toString();
    }
}
