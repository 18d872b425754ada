package no.brevdue.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sends facts as CloudEvents in binary mode and tells which of them Kafka has taken responsibility for. */
@ApplicationScoped
class FactProducer {

    private static final int ONE_MIB = 1 << 20;

    private final Map<String, Object> kafka;
    private final String source;
    private final Counter published;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable Exception failure;

    FactProducer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String source,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.source = source;
        this.published = meters.counter("brevdue.outbox.published");
    }

    /**
     * Sends the rows and waits for every answer.
     *
     * @return ids of the acknowledged rows; for each shard a prefix of what was sent, so that a failure stops the shard
     */
    List<Long> send(List<OutboxRow> rows) {
        KafkaProducer<String, byte[]> client = producer();
        Map<OutboxRow, Future<RecordMetadata>> answers = new LinkedHashMap<>();
        Set<Integer> stopped = new HashSet<>();
        for (OutboxRow row : rows) {
            if (!stopped.contains(row.shard())) {
                Future<RecordMetadata> answer = client.send(record(row));
                answers.put(row, answer);
                if (answer.isDone() && !isAcknowledged(answer)) {
                    // What is sent after it could overtake it.
                    stopped.add(row.shard());
                    if (brokerIsAway()) {
                        break;
                    }
                }
            }
        }
        client.flush();
        List<Long> acknowledged = new ArrayList<>(rows.size());
        answers.forEach((row, answer) -> {
            if (!isAcknowledged(answer)) {
                stopped.add(row.shard());
            } else if (!stopped.contains(row.shard())) {
                acknowledged.add(row.id());
            }
        });
        published.increment(acknowledged.size());
        return acknowledged;
    }

    /** What went wrong last since it was asked for; null if nothing did. */
    @Nullable
    Exception failure() {
        Exception cause = failure;
        failure = null;
        return cause;
    }

    /**
     * Throws what went wrong in the last {@link #send}, so that the relay backs off. Kafka's client never recovers from a
     * login that fails when it first asks for its producer id; the next round begins with a new one.
     */
    void complain() {
        Exception cause = failure();
        if (cause != null) {
            close();
            throw new IllegalStateException("Kafka did not acknowledge; the facts stay in the outbox", cause);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }

    private void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    private boolean isAcknowledged(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failure = interrupted;
            return false;
        } catch (ExecutionException refused) {
            failure = refused;
            return false;
        }
    }

    /** Then every further record would wait as long as this one. */
    private boolean brokerIsAway() {
        return failure instanceof ExecutionException refused && refused.getCause() instanceof TimeoutException;
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), row.shard(), row.key(), row.payload());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", row.eventId().toString());
        header(record, "ce_type", row.type());
        header(record, "ce_source", source);
        header(record, "ce_time", row.at().toString());
        header(record, "ce_subject", row.key());
        header(record, "content-type", "application/json");
        if (row.position() != null) {
            header(record, "ce_sequence", row.position().toString());
        }
        if (row.trace() != null) {
            header(record, "traceparent", row.trace());
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, source + ".outbox");
            settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
            settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
            // What a round holds for one partition travels as one batch, which Kafka takes or refuses as a whole.
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, ONE_MIB);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 12_000);
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }
}
