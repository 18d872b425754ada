package no.brevdue.contracts.notification.v1;

import java.util.UUID;

/**
 * The notification did not reach the person.
 *
 * @param deliveryId the delivery somebody is told about; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param notificationId the notification
 * @param reason why
 * @param lastAttempt true when nothing more will be tried
 */
public record NotificationFailed(
        UUID deliveryId, long version, UUID notificationId, FailureReason reason, boolean lastAttempt)
        implements NotificationEvent {

    @Override
    public String key() {
        return deliveryId.toString();
    }
}
