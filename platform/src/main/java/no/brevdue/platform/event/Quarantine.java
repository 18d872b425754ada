package no.brevdue.platform.event;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Transaction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where a record goes that cannot be applied. Its key is parked with it: later facts of that key wait behind it in the same
 * table, so that order survives, and {@link Doubts} knows that the subject is in doubt meanwhile.
 */
@ApplicationScoped
class Quarantine {

    /** Why a fact waits that is itself in order. */
    static final String BEHIND_PARKED_KEY = "waits behind a parked key";

    /**
     * Keeps the record and parks its key.
     *
     * @return false when an operator has given the record up before, so that nothing has to wait for it
     */
    boolean park(Transaction tx, ConsumerRecord<String, byte[]> record, String reason) {
        if (!keep(tx, record, reason)) {
            return false;
        }
        tx.handle()
                .createUpdate("insert into parked_key (topic, key) values (:topic, :key) on conflict do nothing")
                .bind("topic", record.topic())
                .bind("key", key(record))
                .execute();
        return true;
    }

    /**
     * Keeps the record alone, where later facts of its key need not wait for it. One that comes again is open again.
     *
     * @return false when an operator has given the record up before; it stays given up
     */
    @CanIgnoreReturnValue
    boolean keep(Transaction tx, ConsumerRecord<String, byte[]> record, String reason) {
        return tx.handle()
                        .createUpdate("""
                                insert into quarantine
                                    (id, topic, "partition", "offset", key, type, headers, payload, reason)
                                values (:id, :topic, :partition, :offset, :key, :type, :headers, :payload, :reason)
                                on conflict (topic, "partition", "offset") do update
                                set reason = excluded.reason, resolution = null, resolved_at = null
                                where quarantine.resolution is distinct from 'DISCARDED'""")
                        .bind("id", UUID.randomUUID())
                        .bind("topic", record.topic())
                        .bind("partition", record.partition())
                        .bind("offset", record.offset())
                        .bind("key", key(record))
                        .bind("type", type(record))
                        .bind("headers", StoredHeaders.write(record.headers()))
                        .bind("payload", record.value())
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    /** The parked ones among the keys. They stay parked, or free, until the transaction ends: no operator comes between. */
    Set<String> parkedKeys(Transaction tx, Topic topic, Collection<String> keys) {
        return tx.handle()
                .createQuery("select key from parked_key where topic = :topic and key = any(:keys) for share")
                .bind("topic", topic.address())
                .bindArray("keys", String.class, keys)
                .mapTo(String.class)
                .set();
    }

    /** A fact that carries the whole state makes what was parked before it superfluous. */
    void release(Transaction tx, Topic topic, String key) {
        tx.handle()
                .createUpdate("""
                        with superseded as (
                            update quarantine set resolution = 'SUPERSEDED', resolved_at = clock_timestamp()
                            where topic = :topic and key = :key and resolution is null)
                        delete from parked_key where topic = :topic and key = :key""")
                .bind("topic", topic.address())
                .bind("key", key)
                .execute();
    }

    /** The key as PostgreSQL can hold it. A fact whose key this changes is malformed, and so is one without key. */
    static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : storable(record.key());
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null || type.value() == null ? "" : storable(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
