package no.brevdue.platform.outbox;

import no.brevdue.contracts.Topic;
import org.apache.kafka.common.utils.Utils;

import java.nio.charset.StandardCharsets;

/** A shard of the outbox is a partition of Kafka: what one owner sends in order arrives in order. */
public final class Shard {

    private Shard() {}

    /** The same function as Kafka's default partitioner. */
    public static int of(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % Topic.PARTITIONS;
    }
}
