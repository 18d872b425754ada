package no.brevdue.mailbox.batch;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class BatchKeyRepository {

    /** What the key belongs to: these references, unless it was used before. One that is forgotten meanwhile was not. */
    byte[] first(Transaction tx, String sender, String key, byte[] references, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into batch_key (sender, idempotency_key, reference_digest, first_used_at)
                        values (:sender, :key, :references, :now) on conflict do nothing""")
                .bind("sender", sender)
                .bind("key", key)
                .bind("references", references)
                .bind("now", now)
                .execute();
        return tx.handle()
                .createQuery("select reference_digest from batch_key where sender = :sender and idempotency_key = :key")
                .bind("sender", sender)
                .bind("key", key)
                .mapTo(byte[].class)
                .findOne()
                .orElseGet(() -> first(tx, sender, key, references, now));
    }

    /** Returns how many there were, at most {@code limit}. */
    int forget(Transaction tx, Instant before, int limit) {
        return tx.handle()
                .createUpdate("""
                        delete from batch_key where (sender, idempotency_key) in (
                            select sender, idempotency_key from batch_key where first_used_at < :before limit :limit)""")
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }
}
