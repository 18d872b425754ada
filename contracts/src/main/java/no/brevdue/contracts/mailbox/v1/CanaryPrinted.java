package no.brevdue.contracts.mailbox.v1;

import java.time.Instant;
import java.util.UUID;

/**
 * A test job has been through the printing house, which has destroyed it where a letter would be posted.
 *
 * @param canaryId the test job; the partition key
 * @param orderedAt when it was ordered
 * @param version always 1
 */
public record CanaryPrinted(UUID canaryId, Instant orderedAt, long version) implements MailboxEvent {

    @Override
    public String key() {
        return canaryId.toString();
    }
}
