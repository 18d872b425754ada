package no.brevdue.contracts.notification.v1;

import java.util.UUID;

/**
 * A channel was chosen and the notification stored; nothing has left yet.
 *
 * @param deliveryId the delivery somebody is told about; the partition key
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param notificationId the notification
 * @param channel how
 */
public record NotificationOrdered(UUID deliveryId, long version, UUID notificationId, Channel channel)
        implements NotificationEvent {

    @Override
    public String key() {
        return deliveryId.toString();
    }
}
