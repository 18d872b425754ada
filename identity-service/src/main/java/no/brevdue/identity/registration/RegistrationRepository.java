package no.brevdue.identity.registration;

import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Attempts go by the database's clock, which all replicas share. */
@ApplicationScoped
class RegistrationRepository {

    /** A request for an alias that is waiting or registered changes nothing; after a refusal another request asks again. */
    void add(Transaction tx, UUID alias, UUID requestId, byte[] sealed, Instant requestedAt) {
        tx.handle()
                .createUpdate("""
                        insert into registration (alias, request_id, sealed, state, requested_at)
                        values (:alias, :requestId, :sealed, 'WAITING', :requestedAt)
                        on conflict (alias) do update
                        set request_id = excluded.request_id, sealed = excluded.sealed, state = 'WAITING', attempts = 0,
                            next_attempt_at = clock_timestamp(), requested_at = excluded.requested_at
                        where registration.state = 'REFUSED' and registration.request_id <> excluded.request_id""")
                .bind("alias", alias)
                .bind("requestId", requestId)
                .bind("sealed", sealed)
                .bind("requestedAt", requestedAt)
                .execute();
    }

    /** Requests that are due, the oldest first; nobody else gets them before {@code lease} is over. */
    List<Registration> claim(Transaction tx, int limit, Duration lease) {
        return tx.handle()
                .createQuery("""
                        update registration r
                        set attempts = r.attempts + 1, next_attempt_at = clock_timestamp() + :lease * interval '1 ms'
                        from (select alias from registration
                              where state = 'WAITING' and next_attempt_at <= clock_timestamp()
                              order by next_attempt_at limit :limit for update skip locked) due
                        where r.alias = due.alias
                        returning r.alias, r.request_id, r.sealed, r.attempts""")
                .bind("limit", limit)
                .bind("lease", lease.toMillis())
                .map(RecordMapper.of(Registration.class))
                .list();
    }

    /** False when the request has been answered meanwhile. */
    boolean lockWaiting(Transaction tx, Registration registration) {
        return tx.handle()
                .createQuery("""
                        select alias from registration
                        where alias = :alias and request_id = :requestId and state = 'WAITING' for update""")
                .bind("alias", registration.alias())
                .bind("requestId", registration.requestId())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    void registered(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("update registration set state = 'REGISTERED', sealed = null where alias = :alias")
                .bind("alias", alias)
                .execute();
    }

    /** How often the alias has been refused by now. */
    long refused(Transaction tx, UUID alias, RefusalReason reason) {
        return tx.handle()
                .createQuery("""
                        update registration
                        set state = 'REFUSED', sealed = null, refusals = refusals + 1, refusal = :reason
                        where alias = :alias returning refusals""")
                .bind("alias", alias)
                .bind("reason", reason)
                .mapTo(Long.class)
                .one();
    }

    /** The next refused aliases, in order, unchanged until the transaction ends; from the first if {@code key} is empty. */
    List<RegistrationRefused> refusedAfter(Transaction tx, String key, int limit) {
        return tx.handle()
                .createQuery("""
                        select alias, refusals, refusal from registration
                        where state = 'REFUSED' and (:key = '' or alias > nullif(:key, '')::uuid)
                        order by alias limit :limit for share""")
                .bind("key", key)
                .bind("limit", limit)
                .map((row, context) -> new RegistrationRefused(
                        row.getObject("alias", UUID.class),
                        row.getLong("refusals"),
                        RefusalReason.valueOf(row.getString("refusal"))))
                .list();
    }

    void postpone(Transaction tx, UUID alias, Duration pause) {
        tx.handle()
                .createUpdate("""
                        update registration set next_attempt_at = clock_timestamp() + :pause * interval '1 ms'
                        where alias = :alias and state = 'WAITING'""")
                .bind("alias", alias)
                .bind("pause", pause.toMillis())
                .execute();
    }
}
