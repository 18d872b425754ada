package no.brevdue.contracts.notification.v1;

/**
 * notification-service counted otherwise than consent-service and asks to be told again.
 *
 * @param partition the partition that differs
 * @param version always 1
 */
public record DriftFound(int partition, long version) implements NotificationEvent {

    @Override
    public String key() {
        return "drift-" + partition;
    }
}
