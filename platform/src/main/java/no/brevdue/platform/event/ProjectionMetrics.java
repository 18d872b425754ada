package no.brevdue.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.time.RealTime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Measured every five seconds: {@code brevdue.projection.age} (seconds since the most silent partition of each source was
 * heard, infinite until every one has been), {@code brevdue.quarantine.open} (records) and {@code brevdue.quarantine.parked}
 * (keys).
 */
@ApplicationScoped
class ProjectionMetrics implements Job {

    private final Database database;
    private final Clock clock;
    private final Map<Topic, Double> ages = new ConcurrentHashMap<>();
    private volatile Waiting waiting = new Waiting(0, 0);

    ProjectionMetrics(
            @All List<Projection<?>> projections, Database database, @RealTime Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        projections.stream()
                .map(projection -> Topic.carrying(projection.family()))
                .filter(ProjectionMetrics::hasHeartbeat)
                .forEach(topic -> {
                    ages.put(topic, Double.POSITIVE_INFINITY);
                    meters.gauge(
                            "brevdue.projection.age", Tags.of("source", topic.address()), ages, all -> all.get(topic));
                });
        meters.gauge("brevdue.quarantine.open", this, metrics -> metrics.waiting.records());
        meters.gauge("brevdue.quarantine.parked", this, metrics -> metrics.waiting.keys());
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        database.asWorkerDo(tx -> {
            ages.replaceAll((topic, before) -> age(tx, topic));
            waiting = waiting(tx);
        });
        return false;
    }

    /** A topic that everybody writes to has no heartbeat; its streams are numbered instead. */
    private static boolean hasHeartbeat(Topic topic) {
        return !topic.owner().equals("*");
    }

    private double age(Transaction tx, Topic topic) {
        return tx.handle()
                .createQuery("""
                        select min(heard_at) from projection_source
                        where topic = :topic having count(*) = :partitions""")
                .bind("topic", topic.address())
                .bind("partitions", Topic.PARTITIONS)
                .mapTo(Instant.class)
                .findOne()
                .map(heard -> Duration.between(heard, clock.instant()).toMillis() / 1e3)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Waiting waiting(Transaction tx) {
        return tx.handle().createQuery("""
                        select (select count(*) from quarantine where resolution is null) as records,
                               (select count(*) from parked_key) as keys""").map(RecordMapper.of(Waiting.class)).one();
    }

    /** What waits for an operator, or for a fact that heals it. */
    record Waiting(long records, long keys) {}
}
