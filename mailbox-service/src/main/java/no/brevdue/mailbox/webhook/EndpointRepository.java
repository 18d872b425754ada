package no.brevdue.mailbox.webhook;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EndpointRepository {

    /** The number means nothing else. */
    private static final int REGISTRATION_LOCK = 4_202;

    private static final String COLUMNS = """
            id, organization, url, state, secret, earlier_secret, earlier_until, position, created_at, attempts,
            failing_since, last_outcome, due_at
            """;

    /** Keeps another registration of the organisation waiting, so that both are counted. */
    void lockRegistration(Transaction tx, String organization) {
        tx.handle().execute("select pg_advisory_xact_lock(?, hashtext(?))", REGISTRATION_LOCK, organization);
    }

    /** False if the organisation has this address already. */
    boolean insert(Transaction tx, Endpoint endpoint) {
        return tx.handle().createUpdate("""
                        insert into webhook_endpoint
                            (id, organization, url, state, secret, position, created_at, due_at)
                        values (:id, :organization, :url, :state, :secret, :position, :createdAt, :dueAt)
                        on conflict (organization, url) do nothing""").bindMethods(endpoint).execute() == 1;
    }

    List<Endpoint> all(Transaction tx, String organization) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from webhook_endpoint where organization = :organization order by created_at, id")
                .bind("organization", organization)
                .map(RecordMapper.of(Endpoint.class))
                .list();
    }

    Optional<Endpoint> lock(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from webhook_endpoint where id = :id for update")
                .bind("id", id)
                .map(RecordMapper.of(Endpoint.class))
                .findOne();
    }

    /** Real time by the database's clock; false if it was pinged within ten seconds. */
    boolean mayPing(Transaction tx, UUID id) {
        return tx.handle().createUpdate("""
                                update webhook_endpoint set pinged_at = clock_timestamp()
                                where id = :id and pinged_at < clock_timestamp() - interval '10 s'""").bind("id", id).execute() == 1;
    }

    boolean delete(Transaction tx, UUID id) {
        return tx.handle()
                        .createUpdate("delete from webhook_endpoint where id = :id")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    void rotate(Transaction tx, UUID id, byte[] secret, Instant earlierUntil) {
        tx.handle()
                .createUpdate("""
                        update webhook_endpoint
                        set earlier_secret = secret, earlier_until = :until, secret = :secret where id = :id""")
                .bind("id", id)
                .bind("secret", secret)
                .bind("until", earlierUntil)
                .execute();
    }

    /** Endpoints with news that nobody else has in hand; whoever dies with one lets go of it after a minute. */
    List<Endpoint> claim(Transaction tx, Instant now, int limit) {
        return tx.handle()
                .createQuery("""
                        update webhook_endpoint set claimed_until = clock_timestamp() + interval '60 s'
                        where id in (
                            select e.id from webhook_endpoint e join feed_head h on h.stream = e.organization
                            where e.due_at <= :now and e.claimed_until < clock_timestamp() and h.position > e.position
                            order by e.due_at limit :limit for update of e skip locked)
                        returning\s""" + COLUMNS)
                .bind("now", now)
                .bind("limit", limit)
                .map(RecordMapper.of(Endpoint.class))
                .list();
    }

    /**
     * Keeps how an attempt ended, unless somebody has moved the endpoint meanwhile: a replay that was asked for during an
     * attempt must not be undone by it.
     */
    boolean move(Transaction tx, Endpoint from, Endpoint to) {
        return tx.handle()
                        .createUpdate("""
                                update webhook_endpoint set state = :to.state, position = :to.position,
                                    attempts = :to.attempts, failing_since = :to.failingSince,
                                    last_outcome = :to.lastOutcome, due_at = :to.dueAt
                                where id = :to.id and position = :from.position and state = :from.state
                                    and attempts = :from.attempts""")
                        .bindMethods("from", from)
                        .bindMethods("to", to)
                        .execute()
                == 1;
    }

    void release(Transaction tx, UUID id) {
        tx.handle()
                .createUpdate("update webhook_endpoint set claimed_until = '-infinity' where id = :id")
                .bind("id", id)
                .execute();
    }

    long quarantined(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from webhook_endpoint where state = 'QUARANTINED'")
                .mapTo(Long.class)
                .one();
    }
}
