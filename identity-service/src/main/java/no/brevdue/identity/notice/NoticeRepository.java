package no.brevdue.identity.notice;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NoticeRepository {

    private static final String COLUMNS =
            " id, person_id, alias, occasion, address, code, attempts, requested_at, expires_at ";

    void add(Transaction tx, NoticeRow notice) {
        tx.handle()
                .createUpdate("""
                        insert into contact_notice (id, person_id, alias, occasion, address, code, requested_at, expires_at)
                        values (:id, :personId, :alias, :occasion, :address, :code, :requestedAt, :expiresAt)""")
                .bind("id", notice.id())
                .bind("personId", notice.personId())
                .bind("alias", notice.alias())
                .bind("occasion", notice.occasion())
                .bind("address", notice.address())
                .bind("code", notice.code())
                .bind("requestedAt", notice.requestedAt())
                .bind("expiresAt", notice.expiresAt())
                .execute();
    }

    Optional<NoticeRow> open(Transaction tx, UUID id, Instant now) {
        return tx.handle()
                .createQuery("select" + COLUMNS
                        + "from contact_notice where id = :id and ended_at is null and expires_at > :now")
                .bind("id", id)
                .bind("now", now)
                .map(RecordMapper.of(NoticeRow.class))
                .findOne();
    }

    /** The code somebody awaits; whoever asks holds the lock of the person. */
    Optional<NoticeRow> awaited(Transaction tx, UUID person, Instant now) {
        return tx.handle()
                .createQuery("select" + COLUMNS + """
                        from contact_notice where person_id = :person and occasion = 'VERIFICATION_CODE'
                        and ended_at is null and expires_at > :now""")
                .bind("person", person)
                .bind("now", now)
                .map(RecordMapper.of(NoticeRow.class))
                .findOne();
    }

    Optional<PendingRow> pending(Transaction tx, UUID person, Instant now) {
        return tx.handle()
                .createQuery("""
                        select id, address, expires_at from contact_notice
                        where person_id = :person and occasion = 'VERIFICATION_CODE'
                        and ended_at is null and expires_at > :now""")
                .bind("person", person)
                .bind("now", now)
                .map(RecordMapper.of(PendingRow.class))
                .findOne();
    }

    int codesSince(Transaction tx, UUID person, Instant since) {
        return tx.handle()
                .createQuery("""
                        select count(*) from contact_notice
                        where person_id = :person and occasion = 'VERIFICATION_CODE' and requested_at > :since""")
                .bind("person", person)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    void countAttempt(Transaction tx, UUID id) {
        tx.handle()
                .createUpdate("update contact_notice set attempts = attempts + 1 where id = :id")
                .bind("id", id)
                .execute();
    }

    void end(Transaction tx, UUID id, Instant now) {
        tx.handle().createUpdate("""
                        update contact_notice set ended_at = :now, address = null, code = null
                        where id = :id and ended_at is null""").bind("id", id).bind("now", now).execute();
    }

    /** Forgets what somebody awaited before. */
    void endCodes(Transaction tx, UUID person, Instant now) {
        tx.handle().createUpdate("""
                        update contact_notice set ended_at = :now, address = null, code = null
                        where person_id = :person and occasion = 'VERIFICATION_CODE' and ended_at is null""").bind("person", person).bind("now", now).execute();
    }

    /** The address has been told. A code goes on until it comes back. */
    void endTold(Transaction tx, UUID id, Instant now) {
        tx.handle().createUpdate("""
                        update contact_notice set ended_at = :now, address = null
                        where id = :id and occasion <> 'VERIFICATION_CODE' and ended_at is null""").bind("id", id).bind("now", now).execute();
    }

    void endExpired(Transaction tx, Instant now) {
        tx.handle().createUpdate("""
                        update contact_notice set ended_at = :now, address = null, code = null
                        where ended_at is null and expires_at <= :now""").bind("now", now).execute();
    }

    void removeOlderThan(Transaction tx, Instant before) {
        tx.handle()
                .createUpdate("delete from contact_notice where requested_at < :before and ended_at is not null")
                .bind("before", before)
                .execute();
    }

    /** What a request may see of a code it awaits. */
    record PendingRow(UUID id, byte[] address, Instant expiresAt) {}
}
