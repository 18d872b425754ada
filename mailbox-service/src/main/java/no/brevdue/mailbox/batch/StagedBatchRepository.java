package no.brevdue.mailbox.batch;

import no.brevdue.platform.database.Later;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StagedBatchRepository {

    private static final String SELECT =
            "select id, sender, idempotency_key, commit_before, committed_at from staged_batch ";

    /** False if the key is taken; a twin waits here for the first to commit, two seconds at most. */
    boolean insert(Transaction tx, StagedBatch batch) {
        tx.handle().execute("set local lock_timeout = '2s'");
        return tx.handle().createUpdate("""
                        insert into staged_batch (id, sender, idempotency_key, commit_before)
                        values (:id, :sender, :idempotencyKey, :commitBefore)
                        on conflict (sender, idempotency_key) do nothing""").bindMethods(batch).execute() == 1;
    }

    /** Sent at the end of the transaction, behind the letters themselves. */
    void keep(Transaction tx, UUID batch, Collection<UUID> messages) {
        for (UUID message : messages) {
            Later unused = tx.later("insert into staged_letter (batch_id, message_id) values (:batch, :message)")
                    .bind("batch", batch)
                    .bind("message", message);
        }
    }

    Optional<StagedBatch> find(Transaction tx, String sender, String idempotencyKey) {
        return tx.handle()
                .createQuery(SELECT + "where sender = :sender and idempotency_key = :key")
                .bind("sender", sender)
                .bind("key", idempotencyKey)
                .map(RecordMapper.of(StagedBatch.class))
                .findOne();
    }

    Optional<StagedBatch> lock(Transaction tx, String sender, UUID id) {
        return tx.handle()
                .createQuery(SELECT + "where id = :id and sender = :sender for update")
                .bind("id", id)
                .bind("sender", sender)
                .map(RecordMapper.of(StagedBatch.class))
                .findOne();
    }

    void commit(Transaction tx, UUID id, Instant now) {
        tx.handle()
                .createUpdate("update staged_batch set committed_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    List<UUID> messages(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select message_id from staged_letter where batch_id = :id order by message_id")
                .bind("id", id)
                .mapTo(UUID.class)
                .list();
    }

    /** Returns how many batches there were, at most {@code limit}. */
    int forget(Transaction tx, Instant before, int limit) {
        List<UUID> old = tx.handle()
                .createQuery(
                        "select id from staged_batch where commit_before < :before limit :limit for update skip locked")
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
        for (String table : List.of("staged_letter where batch_id", "staged_batch where id")) {
            tx.handle()
                    .createUpdate("delete from " + table + " = any(:old)")
                    .bindArray("old", UUID.class, old)
                    .execute();
        }
        return old.size();
    }
}
