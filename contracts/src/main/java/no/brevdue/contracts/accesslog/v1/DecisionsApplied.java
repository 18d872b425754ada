package no.brevdue.contracts.accesslog.v1;

import java.util.UUID;

/**
 * The access log now shows what a person has decided, up to a version.
 *
 * @param alias the person; the partition key
 * @param version version of the decisions that is shown; a projection applies only a higher one
 */
public record DecisionsApplied(UUID alias, long version) implements AccessLogEvent {

    @Override
    public String key() {
        return alias.toString();
    }
}
