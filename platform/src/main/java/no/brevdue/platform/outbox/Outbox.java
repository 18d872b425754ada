package no.brevdue.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import no.brevdue.contracts.Event;
import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.EventCodec;
import no.brevdue.platform.job.JobRunner;
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

    /** Stores facts in their order, at the end of the transaction. */
    public void publishAll(Transaction tx, Collection<? extends Event> events) {
        events.forEach(event -> store(tx, Shard.of(event.key()), event, null));
        wakeRelay(tx, events);
    }

    /** Stores a fact about a whole partition, behind the facts that are stored there already. */
    public void publishOn(Transaction tx, int shard, Event event) {
        store(tx, shard, event, null);
        wakeRelay(tx, List.of(event));
    }

    /** Stores facts of numbered streams: each gets a dense position after the commit. The stream decides the shard. */
    public void publishNumbered(Transaction tx, Collection<? extends StreamFact> facts) {
        facts.forEach(fact -> store(tx, fact.shard(), fact.event(), fact.event().key()));
        wakeRelay(tx, facts);
    }

    private void wakeRelay(Transaction tx, Collection<?> stored) {
        if (!stored.isEmpty()) {
            tx.afterCommit(() -> jobs.wake(OutboxRelay.class));
        }
    }

    private void store(Transaction tx, int shard, Event event, @Nullable String stream) {
        tx.later(INSERT)
                .bind("shard", shard)
                .bind("event_id", UUID.randomUUID())
                .bind("topic", Topic.carrying(event.getClass()).address())
                .bind("key", event.key())
                .bind("type", EventType.of(event.getClass()))
                .bind("payload", EventCodec.encode(event))
                .bind("stream", stream)
                .bind("trace", traceparent())
                .bind("at", clock.instant());
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
