package no.brevdue.contracts.audit.v1;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One act, as the service that saw it recorded it in the transaction of the act itself.
 *
 * @param entryId the entry
 * @param stream producing service and shard, such as mailbox-7; the partition key. Positions within a stream are dense and travel as ce_sequence
 * @param version version of the aggregate, from 1; a projection applies only a higher one
 * @param at when, in real time
 * @param actorKind what kind of actor
 * @param actor the actor: an alias, an organisation number, a health personnel number, a service or an operator
 * @param supplier organisation number of the supplier whose system the actor used, where it was not the actor's own
 * @param subject alias of the person whose data it was
 * @param action what was done, such as letter-opened
 * @param purpose why, such as own-use or treatment
 * @param objectType what kind of thing it was done to
 * @param object which
 * @param organization organisation number of the controller concerned
 * @param outcome how it ended
 */
public record AuditEntryRecorded(
        UUID entryId,
        String stream,
        long version,
        Instant at,
        ActorKind actorKind,
        String actor,
        @Nullable String supplier,
        @Nullable UUID subject,
        String action,
        String purpose,
        String objectType,
        String object,
        @Nullable String organization,
        Outcome outcome)
        implements AuditEvent {

    @Override
    public String key() {
        return stream;
    }
}
