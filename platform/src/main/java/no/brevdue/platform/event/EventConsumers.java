package no.brevdue.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import no.brevdue.contracts.Event;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Loop;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * One {@link EventConsumer} for each {@link Projection} of the service, in a consumer group named after both. Its lag is
 * {@code brevdue.consumer.lag} (records that wait for the projection, as of its last look).
 */
@ApplicationScoped
class EventConsumers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Projection<?>> projections;
    private final Map<String, Object> kafka;
    private final Database database;
    private final Quarantine quarantine;
    private final HeartbeatLedger heartbeats;
    private final MeterRegistry meters;
    private final Tracer tracer;
    private final String service;
    private final boolean migrateOnly;
    private final List<Running> running = new ArrayList<>();

    EventConsumers(
            @All List<Projection<?>> projections,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Database database,
            Quarantine quarantine,
            HeartbeatLedger heartbeats,
            MeterRegistry meters,
            Tracer tracer,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "brevdue.migrate-only") boolean migrateOnly) {
        this.projections = projections;
        this.kafka = kafka;
        this.database = database;
        this.quarantine = quarantine;
        this.heartbeats = heartbeats;
        this.meters = meters;
        this.tracer = tracer;
        this.service = service;
        this.migrateOnly = migrateOnly;
    }

    void start(@Observes StartupEvent started) {
        if (!migrateOnly) {
            projections.forEach(this::start);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        Loop.stop(running.stream().map(Running::loop).toList(), PATIENCE);
        running.forEach(one -> meters.remove(one.lag));
        running.forEach(one -> one.consumer.close());
        running.clear();
    }

    private <E extends Event> void start(Projection<E> projection) {
        String name = name(projection);
        KafkaConsumer<String, byte[]> client = new KafkaConsumer<>(settings(service + "." + name));
        new KafkaClientMetrics(client).bindTo(meters);
        EventConsumer<E> consumer =
                new EventConsumer<>(client, new BatchApplier<>(projection, database, quarantine, heartbeats), tracer);
        Gauge lag = Gauge.builder("brevdue.consumer.lag", consumer, EventConsumer::lag)
                .tag("projection", name)
                .register(meters);
        consumer.subscribe();
        running.add(new Running(consumer, Loop.start(name, Duration.ZERO, consumer), lag));
    }

    private Map<String, Object> settings(String group) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return settings;
    }

    private static String name(Projection<?> projection) {
        return ClientProxy.unwrap(projection)
                .getClass()
                .getSimpleName()
                .replaceAll("(?<!^)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private record Running(EventConsumer<?> consumer, Loop loop, Gauge lag) {}
}
