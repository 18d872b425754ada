package no.brevdue.platform.outbox;

import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Heartbeat;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.event.EventCodec;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.time.RealTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says on every partition of the service's own topics that it is alive. The heartbeat goes through the outbox behind the
 * facts, so hearing it proves that nothing older waits.
 */
@ApplicationScoped
class HeartbeatJob implements Job {

    private final Database database;
    private final Leases leases;
    private final JobRunner jobs;
    private final Clock clock;
    private final String service;
    private final List<Topic> topics;

    HeartbeatJob(
            Database database,
            Leases leases,
            JobRunner jobs,
            @RealTime Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.leases = leases;
        this.jobs = jobs;
        this.clock = clock;
        this.service = service;
        this.topics = Arrays.stream(Topic.values())
                .filter(topic -> topic.owner().equals(service))
                .toList();
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        database.asWorkerDo(tx -> {
            PreparedBatch batch = tx.handle().prepareBatch("""
                            insert into outbox (shard, event_id, topic, key, type, payload, at)
                            select shard, :event_id, :topic, :key, :type, :payload, :at from outbox_lease
                            where shard = :shard and owner = :owner""");
            for (Topic topic : topics) {
                for (int shard = 0; shard < Topic.PARTITIONS; shard++) {
                    Heartbeat beat = Heartbeat.of(service, shard);
                    batch.bind("event_id", UUID.randomUUID())
                            .bind("topic", topic.address())
                            .bind("key", beat.key())
                            .bind("type", EventType.of(Heartbeat.class))
                            .bind("payload", EventCodec.encode(beat))
                            .bind("at", clock.instant())
                            .bind("shard", shard)
                            .bind("owner", leases.owner())
                            .add();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
                tx.afterCommit(() -> jobs.wake(OutboxRelay.class));
            }
        });
        return false;
    }
}
