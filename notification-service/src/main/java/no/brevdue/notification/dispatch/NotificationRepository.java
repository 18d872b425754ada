package no.brevdue.notification.dispatch;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.notification.v1.FailureReason;
import no.brevdue.platform.database.Columns;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Every change names the version and the attempts it was decided on: when a claim has run out and another replica went on
 * meanwhile, the late change finds nothing to change.
 */
@ApplicationScoped
class NotificationRepository {

    private static final String ADD = """
            insert into notification (id, delivery_id, alias, parent_visibility, reason, sender, state, happened_at, created_at,
                due_at)
            select gen_random_uuid(), delivery_id, alias, visibility, reason, sender, 'WAITING', happened_at, :now, :now
            from unnest(:deliveries, :aliases, :visibilities, :reasons, :senders, cast(:happened as timestamptz[]))
                as n (delivery_id, alias, visibility, reason, sender, happened_at)
            on conflict (delivery_id, reason) do nothing""";

    private static final String CLAIM = """
            update notification set claimed_until = clock_timestamp() + :claim * interval '1 millisecond'
            where id in (
                select id from notification where due_at <= :now and claimed_until < clock_timestamp()
                order by due_at limit :limit for update skip locked)
            returning id, delivery_id, alias, parent_visibility, reason, state, version, setbacks, attempts, ordered_at,
                happened_at""";

    private static final String ATTEMPT = """
            update notification n
            set version = n.version + case n.state when 'WAITING' then 1 else 0 end,
                state = 'ORDERED', attempts = n.attempts + 1, ordered_at = coalesce(n.ordered_at, :now)
            from unnest(:ids, :versions, :attempts) as decided (id, version, attempts)
            where n.id = decided.id and n.version = decided.version and n.attempts = decided.attempts
            returning n.id, n.delivery_id, n.alias, n.parent_visibility, n.reason, n.state, n.version, n.setbacks,
                n.attempts, n.ordered_at, n.happened_at""";

    private static final String POSTPONE = """
            update notification set due_at = :until, setbacks = setbacks + 1, claimed_until = '-infinity'
            where id = :id and version = :version and attempts = :attempts""";

    private static final String DROP = """
            update notification set state = 'NOT_NEEDED', ended_at = :now, due_at = null
            where id = :id and version = :version and attempts = :attempts""";

    private static final String HAND_OVER = """
            update notification n set state = 'HANDED_OVER', version = n.version + 1, ended_at = :now, due_at = null
            from unnest(:ids, :versions, :attempts) as decided (id, version, attempts)
            where n.id = decided.id and n.version = decided.version and n.attempts = decided.attempts
            returning n.id""";

    private static final String FAIL = """
            update notification
            set state = 'FAILED', failure = :failure, version = version + 1, ended_at = :now, due_at = null
            where id = :id and version = :version and attempts = :attempts""";

    /** Nobody needs to be told any more. */
    void drop(Transaction tx, Notification decidedOn, Instant now) {
        on(decidedOn, tx.handle().createUpdate(DROP)).bind("now", now).execute();
    }

    /**
     * A delivery is told about once for each occasion, however often it is heard of.
     *
     * @return how many are new
     */
    int add(Transaction tx, List<News> news, Instant now) {
        Update add = tx.handle().createUpdate(ADD).bind("now", now);
        new Columns<>(news, add)
                .uuids("deliveries", News::deliveryId)
                .uuids("aliases", News::alias)
                .texts("visibilities", one -> one.visibility().name())
                .texts("reasons", one -> one.occasion().name())
                .texts("senders", News::sender)
                .times("happened", News::at);
        return add.execute();
    }

    /** Who may read a letter, as its publication told; hidden from parents if that has not been heard. */
    ParentVisibility visibility(Transaction tx, UUID deliveryId) {
        return tx.handle()
                .createQuery("""
                        select parent_visibility from notification
                        where delivery_id = :delivery and reason = 'LETTER_PUBLISHED'""")
                .bind("delivery", deliveryId)
                .mapTo(ParentVisibility.class)
                .findOne()
                .orElse(ParentVisibility.HIDDEN);
    }

    /**
     * Whoever has answered is invited no longer. What was ordered already is on its way and is told to its end; a replica that is
     * about to order it finds nothing to order.
     */
    void uninvite(Transaction tx, UUID alias, String sender) {
        tx.handle()
                .createUpdate("""
                        delete from notification
                        where alias = :alias and sender = :sender and reason = 'CONSENT_AWAITED' and state = 'WAITING'""")
                .bind("alias", alias)
                .bind("sender", sender)
                .execute();
    }

    List<Notification> claim(Transaction tx, Instant now, Duration claim, int limit) {
        return tx.handle()
                .createQuery(CLAIM)
                .bind("claim", claim.toMillis())
                .bind("now", now)
                .bind("limit", limit)
                .map(RecordMapper.of(Notification.class))
                .list();
    }

    /** Records that the channel is about to be reached for. Without those with which another replica went on. */
    List<Notification> attempt(Transaction tx, Collection<Notification> decidedOn, Instant now) {
        Query attempt = tx.handle().createQuery(ATTEMPT).bind("now", now);
        on(decidedOn, attempt);
        return attempt.map(RecordMapper.of(Notification.class)).list();
    }

    void postpone(Transaction tx, Notification decidedOn, Instant until) {
        on(decidedOn, tx.handle().createUpdate(POSTPONE)).bind("until", until).execute();
    }

    /** Returns those that were still as decided on. */
    Set<UUID> handOver(Transaction tx, Collection<Notification> decidedOn, Instant now) {
        Query handOver = tx.handle().createQuery(HAND_OVER).bind("now", now);
        on(decidedOn, handOver);
        return handOver.mapTo(UUID.class).set();
    }

    boolean fail(Transaction tx, Notification decidedOn, FailureReason reason, Instant now) {
        Update fail = on(decidedOn, tx.handle().createUpdate(FAIL))
                .bind("failure", reason)
                .bind("now", now);
        return fail.execute() == 1;
    }

    private static void on(Collection<Notification> decidedOn, Query change) {
        new Columns<>(decidedOn, change)
                .uuids("ids", Notification::id)
                .numbers("versions", Notification::version)
                .numbers("attempts", one -> (long) one.attempts());
    }

    private static <S extends SqlStatement<S>> S on(Notification decidedOn, S statement) {
        return statement
                .bind("id", decidedOn.id())
                .bind("version", decidedOn.version())
                .bind("attempts", decidedOn.attempts());
    }

    /** What has not ended yet, and the age of the oldest of it. */
    Waiting waiting(Transaction tx, Instant now) {
        return tx.handle()
                .createQuery("""
                        select count(*) as count,
                               coalesce(extract(epoch from :now - min(created_at)), 0)::double precision as oldest_seconds
                        from notification where due_at is not null""")
                .bind("now", now)
                .map(RecordMapper.of(Waiting.class))
                .one();
    }

    record Waiting(long count, double oldestSeconds) {}
}
