package no.brevdue.audit.log;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Checkpoints are added and read; the worker has no grant to take one back. */
@ApplicationScoped
class CheckpointRepository {

    /** Two replicas may sign the same size; the first is kept, and the second says the same. */
    void add(Transaction tx, long size, String note, Instant signedAt) {
        tx.handle()
                .createUpdate("""
                        insert into checkpoint (size, note, signed_at) values (:size, :note, :signedAt)
                        on conflict do nothing""")
                .bind("size", size)
                .bind("note", note)
                .bind("signedAt", signedAt)
                .execute();
    }

    /** Zero before the first: the empty tree needs nobody to vouch for it. */
    long latestSize(Transaction tx) {
        return tx.handle()
                .createQuery("select coalesce(max(size), 0) from checkpoint")
                .mapTo(Long.class)
                .one();
    }

    Optional<String> latestNote(Transaction tx) {
        return tx.handle()
                .createQuery("select note from checkpoint order by size desc limit 1")
                .mapTo(String.class)
                .findOne();
    }
}
