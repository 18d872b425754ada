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
            "select entry.serial, entry.organization, entry.position, entry.type, entry.message_id, entry.delivery_id,"
                    + " entry.reference, entry.detail, entry.at ";

    static final String OF_CUSTOMERS = SELECT + """
            from supplier_registration customer cross join lateral (
                select * from feed_entry f
                where f.organization = customer.organization and f.serial > greatest(:serial, customer.since_serial)
                    and f.at >= customer.since
                order by f.serial limit :limit) entry
            where customer.supplier = :supplier and customer.ended_at is null
            order by entry.serial limit :limit""";

    /** In their order, however many there are. */
    void add(Transaction tx, List<Feed.News> news) {
        Update insert = tx.handle().createUpdate("""
                        insert into feed_entry (organization, type, message_id, delivery_id, reference, detail, at)
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

    /**
     * Gives the oldest committed entries without a position the next ones of their organisation, and of all.
     *
     * @return whose entries were numbered, each as often as it has some
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
                            select id, organization from feed_entry where position is null order by id limit :limit),
                        advanced as (
                            insert into feed_head (organization, position)
                            select organization, count(*) from unnumbered group by organization
                            union all select '', count(*) from unnumbered
                            on conflict (organization) do update set position = feed_head.position + excluded.position
                            returning organization, position),
                        numbered as (
                            select u.id, own.position - count(*) over (partition by u.organization)
                                    + row_number() over (partition by u.organization order by u.id) as position,
                                all_of_them.position - count(*) over ()
                                    + row_number() over (order by u.id) as serial
                            from unnumbered u join advanced own using (organization)
                            join advanced all_of_them on all_of_them.organization = '')
                        update feed_entry f set position = n.position, serial = n.serial
                        from numbered n where f.id = n.id
                        returning f.organization""")
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    List<FeedRow> after(Transaction tx, String organization, long position, int limit) {
        return tx.handle()
                .createQuery(SELECT + """
                        from feed_entry entry
                        where entry.organization = :organization and entry.position > :position
                        order by entry.position limit :limit""")
                .bind("organization", organization)
                .bind("position", position)
                .bind("limit", limit)
                .map(RecordMapper.of(FeedRow.class))
                .list();
    }

    /** How far an organisation's feed goes. */
    long head(Transaction tx, String organization) {
        return tx.handle()
                .createQuery("select position from feed_head where organization = :organization")
                .bind("organization", organization)
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
