package no.brevdue.identity.life;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FeedRepository {

    private static final String FEED = "population";

    /** How far the feed has been read, and when it last answered. */
    record Pointer(long next, Instant readAt) {}

    Optional<Pointer> pointer(Transaction tx) {
        return tx.handle()
                .createQuery("select next, read_at from feed_pointer where feed = :feed")
                .bind("feed", FEED)
                .map(RecordMapper.of(Pointer.class))
                .findOne();
    }

    void begin(Transaction tx, long next, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into feed_pointer (feed, next, read_at) values (:feed, :next, :now)
                        on conflict do nothing""")
                .bind("feed", FEED)
                .bind("next", next)
                .bind("now", now)
                .execute();
    }

    /** False if somebody else has moved it meanwhile. */
    boolean move(Transaction tx, long from, long to, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                update feed_pointer set next = :to, read_at = :now
                                where feed = :feed and next = :from""")
                        .bind("feed", FEED)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** A gap that was closed stays closed when the feed is read again. */
    void addGap(Transaction tx, Gap gap) {
        tx.handle().createUpdate("""
                        insert into feed_gap (first, last, found_at, look_again_at)
                        values (:first, :last, :foundAt, :lookAgainAt)
                        on conflict (first) do update set last = excluded.last, look_again_at = excluded.look_again_at
                        where feed_gap.outcome is null""")
                .bind("first", gap.first())
                .bind("last", gap.last())
                .bind("foundAt", gap.foundAt())
                .bind("lookAgainAt", gap.lookAgainAt())
                .execute();
    }

    /** Gaps that are due, ours until the transaction ends. */
    List<Gap> lockDueGaps(Transaction tx, Instant now) {
        return tx.handle()
                .createQuery("""
                        select first, last, found_at, look_again_at from feed_gap
                        where outcome is null and look_again_at <= :now order by first limit 20
                        for update skip locked""")
                .bind("now", now)
                .map(RecordMapper.of(Gap.class))
                .list();
    }

    void close(Transaction tx, Gap gap, String outcome) {
        tx.handle()
                .createUpdate("update feed_gap set look_again_at = null, outcome = :outcome where first = :first")
                .bind("first", gap.first())
                .bind("outcome", outcome)
                .execute();
    }

    int openGaps(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from feed_gap where outcome is null")
                .mapTo(Integer.class)
                .one();
    }
}
