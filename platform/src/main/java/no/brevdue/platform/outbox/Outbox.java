package no.brevdue.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import no.brevdue.contracts.Event;
import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.EventCodec;
import no.brevdue.platform.job.JobRunner;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes facts together with the change they describe, or not at all. The caller holds the lock of the aggregate's row
 * before it publishes, so that the facts of one aggregate are numbered in the order of their commits.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (shard, event_id, topic, key, type, payload, stream, trace, at)
            values (:shard, :event_id, :topic, :key, :type, :payload, :stream, :trace, :at)""";

    private final Clock clock;
    private final JobRunner jobs;

    Outbox(Clock clock, JobRunner jobs) {
        this.clock = clock;
        this.jobs = jobs;
    }

    public void publish(Transaction tx, Event event) {
        publishAll(tx, List.of(event));
    }

    /** Stores facts in their order, in one round trip. */
    public void publishAll(Transaction tx, Collection<? extends Event> events) {
        PreparedBatch batch = tx.handle().prepareBatch(INSERT);
        events.forEach(event -> add(batch, Shard.of(event.key()), event, null));
        store(tx, batch);
    }

    /** Stores a fact about a whole partition, behind the facts that are stored there already. */
    public void publishOn(Transaction tx, int shard, Event event) {
        PreparedBatch batch = tx.handle().prepareBatch(INSERT);
        add(batch, shard, event, null);
        store(tx, batch);
    }

    /** Stores facts of numbered streams: each gets a dense position after the commit. The stream decides the shard. */
    public void publishNumbered(Transaction tx, Collection<? extends StreamFact> facts) {
        PreparedBatch batch = tx.handle().prepareBatch(INSERT);
        facts.forEach(
                fact -> add(batch, fact.shard(), fact.event(), fact.event().key()));
        store(tx, batch);
    }

    private void store(Transaction tx, PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
            tx.afterCommit(() -> jobs.wake(OutboxRelay.class));
        }
    }

    private void add(PreparedBatch batch, int shard, Event event, @Nullable String stream) {
        batch.bind("shard", shard)
                .bind("event_id", UUID.randomUUID())
                .bind("topic", Topic.carrying(event.getClass()).address())
                .bind("key", event.key())
                .bind("type", EventType.of(event.getClass()))
                .bind("payload", EventCodec.encode(event))
                .bind("stream", stream)
                .bind("trace", traceparent())
                .bind("at", clock.instant())
                .add();
    }

    /** The W3C trace context of the request behind the fact, where tracing is on. */
    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }
}
