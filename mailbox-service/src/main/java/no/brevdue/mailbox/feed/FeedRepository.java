package no.brevdue.mailbox.feed;

import no.brevdue.platform.database.Columns;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.Update;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FeedRepository {

    /** Keeps one replica at a time at the numbering; the number means nothing else. */
    private static final long NUMBERING_LOCK = 4_201;

    private static final String SELECT =
            "select entry.serial, entry.stream, entry.position, entry.type, entry.message_id, entry.delivery_id,"
                    + " entry.reference, entry.detail, entry.at ";

    static final String OF_CUSTOMERS = SELECT + """
            from supplier_registration customer cross join lateral (
                select * from feed_entry f
                where f.stream = customer.organization and f.serial > greatest(:serial, customer.since_serial)
                    and f.at >= customer.since
                order by f.serial limit :limit) entry
            where customer.supplier = :supplier and customer.ended_at is null
            order by entry.serial limit :limit""";

    /** In their order, however many there are. */
    void add(Transaction tx, List<Feed.News> news) {
        Update insert = tx.handle().createUpdate("""
                        insert into feed_entry (stream, type, message_id, delivery_id, reference, detail, at)
                        select n.organization, n.type, m.id, n.delivery_id, m.reference, n.detail, n.at
                        from unnest(:organizations, :types, :messages, :deliveries, :details, cast(:times as timestamptz[]))
                            with ordinality n (organization, type, message_id, delivery_id, detail, at, number)
                        join message m on m.id = n.message_id order by n.number""");
        new Columns<>(news, insert)
                .texts("organizations", Feed.News::organization)
                .texts("types", Feed.News::type)
                .uuids("messages", Feed.News::messageId)
                .uuids("deliveries", Feed.News::deliveryId)
                .texts("details", Feed.News::detail)
                .times("times", Feed.News::at);
        insert.execute();
    }

    /** To whom each copy goes, and who has sent it, stands with the delivery. */
    void addOfCopies(Transaction tx, List<Feed.CopyNews> news) {
        Update insert = tx.handle().createUpdate("""
                        insert into feed_entry (stream, type, message_id, delivery_id, sender, detail, at)
                        select copies_of(d.organization), n.type, d.message_id, d.id, d.sender, n.detail, n.at
                        from unnest(:deliveries, :types, :details, cast(:times as timestamptz[]))
                            with ordinality n (delivery_id, type, detail, at, number)
                        join delivery d on d.id = n.delivery_id order by n.number""");
        new Columns<>(news, insert)
                .uuids("deliveries", Feed.CopyNews::deliveryId)
                .texts("types", Feed.CopyNews::type)
                .texts("details", Feed.CopyNews::detail)
                .times("times", Feed.CopyNews::at);
        insert.execute();
    }

    /**
     * Gives the oldest committed entries without a position the next ones of their stream, and of all.
     *
     * @return the streams whose entries were numbered, each as often as it has some
     */
    List<String> number(Transaction tx, int limit) {
        boolean alone = tx.handle()
                .createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", NUMBERING_LOCK)
                .mapTo(Boolean.class)
                .one();
        if (!alone) {
            return List.of();
        }
        return tx.handle()
                .createQuery("""
                        with unnumbered as (
                            select id, stream from feed_entry where position is null order by id limit :limit),
                        advanced as (
                            insert into feed_head (stream, position)
                            select stream, count(*) from unnumbered group by stream
                            union all select '', count(*) from unnumbered
                            on conflict (stream) do update set position = feed_head.position + excluded.position
                            returning stream, position),
                        numbered as (
                            select u.id, own.position - count(*) over (partition by u.stream)
                                    + row_number() over (partition by u.stream order by u.id) as position,
                                all_of_them.position - count(*) over ()
                                    + row_number() over (order by u.id) as serial
                            from unnumbered u join advanced own using (stream)
                            join advanced all_of_them on all_of_them.stream = '')
                        update feed_entry f set position = n.position, serial = n.serial
                        from numbered n where f.id = n.id
                        returning f.stream""")
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Of the letters an organisation sends. */
    List<FeedRow> after(Transaction tx, String organization, long position, int limit) {
        return tx.handle()
                .createQuery(SELECT + """
                        from feed_entry entry
                        where entry.stream = :stream and entry.position > :position
                        order by entry.position limit :limit""")
                .bind("stream", FeedStream.LETTERS.of(organization))
                .bind("position", position)
                .bind("limit", limit)
                .map(RecordMapper.of(FeedRow.class))
                .list();
    }

    /** Of the copies an organisation gets. */
    List<CopyEvent> ofCopies(Transaction tx, String organization, long position, int limit) {
        return tx.handle()
                .createQuery("""
                        select position, type, delivery_id as letter_id, sender, detail, at from feed_entry
                        where stream = :stream and position > :position order by position limit :limit""")
                .bind("stream", FeedStream.COPIES.of(organization))
                .bind("position", position)
                .bind("limit", limit)
                .map(RecordMapper.of(CopyEvent.class))
                .list();
    }

    /** How far a stream goes. */
    long head(Transaction tx, String stream) {
        return tx.handle()
                .createQuery("select position from feed_head where stream = :stream")
                .bind("stream", stream)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** One index range for each customer, merged. What was told before the registration is not the supplier's. */
    List<FeedRow> ofCustomers(Transaction tx, String supplier, long serial, int limit) {
        return tx.handle()
                .createQuery(OF_CUSTOMERS)
                .bind("supplier", supplier)
                .bind("serial", serial)
                .bind("limit", limit)
                .map(RecordMapper.of(FeedRow.class))
                .list();
    }

    /** The oldest first; never what has no position yet. */
    int forget(Transaction tx, Instant before, int limit) {
        return tx.handle()
                .createUpdate("""
                        delete from feed_entry where id in (
                            select id from feed_entry where at < :before and position is not null order by at limit :limit)""")
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }
}
