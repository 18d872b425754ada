package no.brevdue.contracts.accesslog.v1;

/**
 * audit-service counted otherwise than consent-service and asks to be told again.
 *
 * @param partition the partition that differs
 * @param version always 1
 */
public record DriftFound(int partition, long version) implements AccessLogEvent {

    @Override
    public String key() {
        return "drift-" + partition;
    }
}
