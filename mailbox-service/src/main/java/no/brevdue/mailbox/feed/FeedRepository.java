package no.brevdue.mailbox.feed;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FeedRepository {

    /** Keeps one replica at a time at the numbering; the number means nothing else. */
    private static final long NUMBERING_LOCK = 4_201;

    void add(Transaction tx, List<Feed.News> news) {
        PreparedBatch batch = tx.handle().prepareBatch("""
                        insert into feed_entry (organization, type, message_id, delivery_id, reference, detail, at)
                        select :organization, :type, m.id, :deliveryId, m.reference, :detail, :at
                        from message m where m.id = :messageId""");
        news.forEach(one -> batch.bindMethods(one).add());
        batch.execute();
    }

    /**
     * Gives the oldest committed entries without a position the next ones of their organisation.
     *
     * @return how many were numbered
     */
    int number(Transaction tx, int limit) {
        boolean alone = tx.handle()
                .createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", NUMBERING_LOCK)
                .mapTo(Boolean.class)
                .one();
        if (!alone) {
            return 0;
        }
        return tx.handle().createUpdate("""
                        with unnumbered as (
                            select id, organization from feed_entry where position is null order by id limit :limit),
                        advanced as (
                            insert into feed_head (organization, position)
                            select organization, count(*) from unnumbered group by organization
                            on conflict (organization) do update set position = feed_head.position + excluded.position
                            returning organization, position),
                        numbered as (
                            select u.id, a.position - count(*) over (partition by u.organization)
                                + row_number() over (partition by u.organization order by u.id) as position
                            from unnumbered u join advanced a using (organization))
                        update feed_entry f set position = n.position from numbered n where f.id = n.id""").bind("limit", limit).execute();
    }

    List<FeedEntry> after(Transaction tx, String organization, long position, int limit) {
        return tx.handle()
                .createQuery("""
                        select position, type, message_id, delivery_id, reference, detail, at from feed_entry
                        where organization = :organization and position > :position
                        order by position limit :limit""")
                .bind("organization", organization)
                .bind("position", position)
                .bind("limit", limit)
                .map(RecordMapper.of(FeedEntry.class))
                .list();
    }
}
