package no.brevdue.consent.restatement;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DriftRepository {

    private static final UUID START = new UUID(0, 0);

    /** Found again while it is being told is found once. */
    void found(Transaction tx, int partition, String reader, Instant at) {
        tx.handle()
                .createUpdate("""
                        insert into drift ("partition", found_by, found_at, last_alias)
                        values (:partition, :reader, :at, :start) on conflict do nothing""")
                .bind("partition", partition)
                .bind("reader", reader)
                .bind("at", at)
                .bind("start", START)
                .execute();
    }

    Optional<Drift> next(Transaction tx) {
        return tx.handle()
                .createQuery("""
                        select "partition", last_alias from drift order by found_at limit 1 for update skip locked""")
                .map((row, context) -> new Drift(row.getInt(1), row.getObject(2, UUID.class)))
                .findOne();
    }

    void advance(Transaction tx, Drift drift, UUID alias) {
        tx.handle()
                .createUpdate("update drift set last_alias = :alias where \"partition\" = :partition")
                .bind("alias", alias)
                .bind("partition", drift.partition())
                .execute();
    }

    void told(Transaction tx, Drift drift) {
        tx.handle()
                .createUpdate("delete from drift where \"partition\" = :partition")
                .bind("partition", drift.partition())
                .execute();
    }

    /** A partition, and the alias up to which it has been told again. */
    record Drift(int partition, UUID lastAlias) {}
}
