package no.brevdue.platform.audit;

import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;
import no.brevdue.platform.outbox.Shard;
import no.brevdue.platform.outbox.StreamFact;
import no.brevdue.platform.time.RealTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Records acts in the transaction of the act: what is rolled back was not done, what is committed cannot go unrecorded. Each
 * service has one stream per shard; positions are given after the commit, so no counter is locked here.
 */
@ApplicationScoped
public class AuditTrail {

    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    AuditTrail(
            Outbox outbox, @RealTime Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    public void record(Transaction tx, AuditEntry entry) {
        recordAll(tx, List.of(entry));
    }

    public void recordAll(Transaction tx, List<AuditEntry> entries) {
        outbox.publishNumbered(tx, entries.stream().map(this::fact).toList());
    }

    private StreamFact fact(AuditEntry entry) {
        int shard = Shard.of(
                entry.subject() == null ? entry.object() : entry.subject().toString());
        return new StreamFact(
                shard,
                new AuditEntryRecorded(
                        UUID.randomUUID(),
                        service + "-" + shard,
                        1,
                        clock.instant(),
                        entry.actorKind(),
                        entry.actor(),
                        entry.supplier(),
                        entry.subject(),
                        entry.action(),
                        entry.purpose(),
                        entry.objectType(),
                        entry.object(),
                        entry.organization(),
                        entry.outcome()));
    }
}
