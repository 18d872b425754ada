package no.brevdue.mailbox.receiver;

import no.brevdue.contracts.Topic;
import no.brevdue.platform.database.Columns;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.Update;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CopyNewsRepository {

    /** Due at once, in their order, however many there are. */
    void add(Transaction tx, List<CopyNews.Item> items, Instant now) {
        Update insert = tx.handle().createUpdate("""
                        insert into copy_news (delivery_id, subject, step, detail, look_at)
                        select n.delivery_id, m.subject, n.step, n.detail, :now
                        from unnest(:messages, :deliveries, :steps, :details)
                            with ordinality n (message_id, delivery_id, step, detail, number)
                        join message m on m.id = n.message_id order by n.number""").bind("now", now);
        new Columns<>(items, insert)
                .uuids("messages", CopyNews.Item::messageId)
                .uuids("deliveries", CopyNews.Item::deliveryId)
                .texts("steps", item -> item.step().name())
                .texts("details", CopyNews.Item::detail);
        insert.execute();
    }

    /** All that waits of copies of which something is due, locked, and whose decision it waits for. */
    Map<Long, UUID> lockDue(Transaction tx, Instant now, int limit) {
        return tx.handle()
                .createQuery("""
                        select id, subject from copy_news
                        where delivery_id in (
                            select delivery_id from copy_news where look_at <= :now order by look_at limit :limit)
                        order by id for update""")
                .bind("now", now)
                .bind("limit", limit)
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(row.getColumn("id", Long.class), row.getColumn("subject", UUID.class));
                    return found;
                });
    }

    /** In order, with what stands when this is asked: a statement that waits for a lock sees what stood before it waited. */
    List<WaitingNews> read(Transaction tx, Collection<Long> locked, Instant heardSince) {
        return tx.handle()
                .createQuery("""
                        select n.id, n.delivery_id, n.step, n.detail,
                            withheld(d.message_id, d.organization) as denied,
                            decisions_in_doubt(n.subject, :heard_since, :partitions) as in_doubt
                        from copy_news n join delivery d on d.id = n.delivery_id
                        where n.id = any(:locked) order by n.id""")
                .bindArray("locked", Long.class, locked)
                .bind("heard_since", heardSince)
                .bind("partitions", Topic.PARTITIONS)
                .map(RecordMapper.of(WaitingNews.class))
                .list();
    }

    /**
     * What waits for a decision of this person, whom the caller has locked. In the order in which the job locks; whoever changes
     * several people in one transaction may still meet it crosswise, and one of the two tries again.
     */
    int makeDue(Transaction tx, Collection<UUID> aliases, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update copy_news set look_at = :now where id in (
                            select id from copy_news
                            where subject = any(:aliases) and look_at > :now order by id for update)""")
                .bind("now", now)
                .bindArray("aliases", UUID.class, aliases)
                .execute();
    }

    void lookAgain(Transaction tx, Collection<Long> ids, Instant then) {
        tx.handle()
                .createUpdate("update copy_news set look_at = :then where id = any(:ids)")
                .bind("then", then)
                .bindArray("ids", Long.class, ids)
                .execute();
    }

    long overdue(Transaction tx, Instant before) {
        return tx.handle()
                .createQuery("select count(*) from copy_news where look_at < :before")
                .bind("before", before)
                .mapTo(Long.class)
                .one();
    }

    void remove(Transaction tx, Collection<Long> ids) {
        tx.handle()
                .createUpdate("delete from copy_news where id = any(:ids)")
                .bindArray("ids", Long.class, ids)
                .execute();
    }
}
