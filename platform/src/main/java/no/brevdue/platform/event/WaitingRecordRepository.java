package no.brevdue.platform.event;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class WaitingRecordRepository {

    private static final String WAITING = """
            select id, topic, "partition", "offset", key, headers, payload from quarantine where resolution is null and\s""";

    List<QuarantinedRecord> open(Transaction tx, int limit) {
        return tx.handle()
                .createQuery("""
                        select id, topic, "partition", "offset", type, reason, first_seen
                        from quarantine where resolution is null order by first_seen, "offset" limit :limit""")
                .bind("limit", limit)
                .map(RecordMapper.of(QuarantinedRecord.class))
                .list();
    }

    /** The record, and nobody else's to decide about until the transaction ends. */
    Optional<WaitingRecord> lock(Transaction tx, UUID id) {
        lockKey(tx, id);
        return tx.handle()
                .createQuery(WAITING + "id = :id for update")
                .bind("id", id)
                .map(RecordMapper.of(WaitingRecord.class))
                .findOne();
    }

    /** A consumer that adds to the key waits for us, or we for it; a statement of its own, so that the next one sees what it added. */
    private static void lockKey(Transaction tx, UUID id) {
        tx.handle().createQuery("""
                        select p.key from parked_key p join quarantine q on q.topic = p.topic and q.key = p.key
                        where q.id = :id for update of p""").bind("id", id).mapTo(String.class).list();
    }

    /** All that wait under the key of the record, in the order in which they came. */
    List<WaitingRecord> withKeyOf(Transaction tx, WaitingRecord record) {
        return tx.handle()
                .createQuery(WAITING + "topic = :topic and key = :key order by \"partition\", \"offset\" for update")
                .bind("topic", record.topic())
                .bind("key", record.key())
                .map(RecordMapper.of(WaitingRecord.class))
                .list();
    }

    void resolve(Transaction tx, Collection<WaitingRecord> records, String resolution) {
        tx.handle()
                .createUpdate("""
                        update quarantine set resolution = :resolution, resolved_at = clock_timestamp()
                        where id = any(:ids)""")
                .bindArray(
                        "ids",
                        UUID.class,
                        records.stream().map(WaitingRecord::id).toList())
                .bind("resolution", resolution)
                .execute();
    }

    void unparkIfNothingWaits(Transaction tx, WaitingRecord record) {
        tx.handle()
                .createUpdate("""
                        delete from parked_key where topic = :topic and key = :key and not exists (
                            select from quarantine where topic = :topic and key = :key and resolution is null)""")
                .bind("topic", record.topic())
                .bind("key", record.key())
                .execute();
    }
}
