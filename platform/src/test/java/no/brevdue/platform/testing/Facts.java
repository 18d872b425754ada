package no.brevdue.platform.testing;

import no.brevdue.contracts.Event;
import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Heartbeat;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.event.EventCodec;
import no.brevdue.platform.outbox.Shard;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Speaks and listens on Kafka in the place of the other services. */
@ApplicationScoped
public class Facts implements AutoCloseable {

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> voice;
    private final Map<Topic, TopicRecords> heard = new ConcurrentHashMap<>();

    public Facts(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.bootstrap = bootstrap;
        this.voice = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Says a fact as its owner would. */
    public void publish(Event fact) {
        Topic topic = Topic.carrying(fact.getClass());
        publish(topic, topic.owner(), fact, Shard.of(fact.key()), 0);
    }

    /** Says the same facts under the same ids twice, as a relay does that died before it could remove them. */
    public void publishTwice(Event fact) {
        ProducerRecord<String, byte[]> record = record(
                Topic.carrying(fact.getClass()),
                Topic.carrying(fact.getClass()).owner(),
                fact,
                Shard.of(fact.key()),
                0);
        send(record);
        send(record);
    }

    /** Says a fact of a numbered stream. */
    public void publish(Topic topic, String source, Event fact, int shard, long sequence) {
        send(record(topic, source, fact, shard, sequence));
    }

    /** Makes every partition of the source heard now, so that nobody is in doubt for its silence. */
    public void beat(Topic topic) {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            send(record(topic, topic.owner(), Heartbeat.of(topic.owner(), partition), partition, 0));
        }
    }

    /** Puts bytes on a topic that are no fact. */
    public void publishRubbish(Topic topic, String key) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.address(), Shard.of(key), key, "no fact".getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    /** Every fact of a type that stands on its topic now, oldest first within a key. */
    public <E extends Event> List<E> published(Class<E> fact) {
        return records(Topic.carrying(fact)).stream()
                .filter(record -> EventType.of(fact).equals(header(record, "ce_type")))
                .map(record -> EventCodec.decode(fact, record.value()))
                .toList();
    }

    /** Every record on a topic now, in the order of their times. */
    public List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        return heard.computeIfAbsent(topic, some -> new TopicRecords(bootstrap, some))
                .now();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            if (voice.send(record).get(10, TimeUnit.SECONDS).offset() < 0) {
                throw new IllegalStateException("Kafka gave no offset");
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    @PreDestroy
    public void close() {
        voice.close();
        heard.values().forEach(TopicRecords::close);
    }

    private static ProducerRecord<String, byte[]> record(
            Topic topic, String source, Event fact, int shard, long sequence) {
        var record = new ProducerRecord<>(topic.address(), shard, fact.key(), EventCodec.encode(fact));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_type", EventType.of(fact.getClass()));
        header(record, "ce_source", source);
        header(record, "ce_time", now().toString());
        if (sequence > 0) {
            header(record, "ce_sequence", Long.toString(sequence));
        }
        return record;
    }

    /** Heartbeats go by real time. */
    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
