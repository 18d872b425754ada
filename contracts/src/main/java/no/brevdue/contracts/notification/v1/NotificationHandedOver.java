package no.brevdue.contracts.notification.v1;

import java.util.UUID;

/**
 * The provider took responsibility for the notification. That is all it proves.
 *
 * @param deliveryId the delivery somebody is told about; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param notificationId the notification
 * @param channel how
 */
public record NotificationHandedOver(UUID deliveryId, long version, UUID notificationId, Channel channel)
        implements NotificationEvent {

    @Override
    public String key() {
        return deliveryId.toString();
    }
}
