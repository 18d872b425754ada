package no.brevdue.mailbox.delivery;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.platform.database.Columns;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Evidence is added and read; there is no way to change it. */
@ApplicationScoped
class EvidenceRepository {

    private static final String INSERT = """
            insert into evidence (delivery_id, rung, at, source, detail, key)
            values (:deliveryId, :rung, :at, :source, :detail, :key)""";

    /** Keeps the first proofs of new deliveries, which cannot be there yet; sent at the end of the transaction. */
    void addFirst(Transaction tx, Collection<Keyed> all) {
        all.forEach(one -> tx.later(INSERT).bindMethods(one.evidence()).bind("key", one.key()));
    }

    /**
     * Keeps proofs; the same proof twice is kept once.
     *
     * @return those that were new
     */
    @CanIgnoreReturnValue
    List<Keyed> add(Transaction tx, Collection<Keyed> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Query insert = tx.handle().createQuery("""
                insert into evidence (delivery_id, rung, at, source, detail, key)
                select n.delivery_id, n.rung, n.at, n.source, n.detail, n.key
                from unnest(:deliveries, :rungs, cast(:times as timestamptz[]), :sources, :details, :keys)
                    with ordinality n (delivery_id, rung, at, source, detail, key, number)
                order by n.number
                on conflict (delivery_id, rung, key) do nothing
                returning delivery_id, rung, at, source, detail, key""");
        new Columns<>(all, insert)
                .uuids("deliveries", one -> one.evidence().deliveryId())
                .texts("rungs", one -> one.evidence().rung().name())
                .times("times", one -> one.evidence().at())
                .texts("sources", one -> one.evidence().source())
                .texts("details", one -> one.evidence().detail())
                .texts("keys", Keyed::key);
        RowMapper<Evidence> evidence = RecordMapper.of(Evidence.class);
        return insert.map((row, context) -> new Keyed(evidence.map(row, context), row.getString("key")))
                .list();
    }

    List<Evidence> ofMessage(Transaction tx, UUID messageId) {
        return tx.handle()
                .createQuery("""
                        select e.delivery_id, e.rung, e.at, e.source, e.detail
                        from evidence e join delivery d on d.id = e.delivery_id
                        where d.message_id = :message order by e.id""")
                .bind("message", messageId)
                .map(RecordMapper.of(Evidence.class))
                .list();
    }

    List<Evidence> ofMessages(Transaction tx, Collection<UUID> messageIds) {
        return tx.handle()
                .createQuery("""
                        select e.delivery_id, e.rung, e.at, e.source, e.detail
                        from evidence e join delivery d on d.id = e.delivery_id
                        where d.message_id = any(:messages) order by e.id""")
                .bindArray("messages", UUID.class, messageIds)
                .map(RecordMapper.of(Evidence.class))
                .list();
    }

    /** A proof, and what tells it from another of the same rung. */
    record Keyed(Evidence evidence, String key) {}
}
