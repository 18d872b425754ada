package no.brevdue.platform.testing;

import no.brevdue.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What stands on a topic: read from its beginning once, and after that only what has come since. */
final class TopicRecords implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    TopicRecords(String bootstrap, Topic topic) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", 50),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.address(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Every record, in the order of their times. */
    synchronized List<ConsumerRecord<String, byte[]>> now() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (isBehind(ends)) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return List.copyOf(records);
    }

    private boolean isBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
