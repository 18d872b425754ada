package no.brevdue.contracts.mailbox.v1;

import java.util.UUID;

/**
 * mailbox-service now acts on what a person has decided, up to a version.
 *
 * @param alias the person; the partition key
 * @param version version of the decisions that is acted on; a projection applies only a higher one
 */
public record DecisionsApplied(UUID alias, long version) implements MailboxEvent {

    @Override
    public String key() {
        return alias.toString();
    }
}
