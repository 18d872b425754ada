package no.brevdue.consent.newsletter;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NewsletterRepository {

    void add(Transaction tx, NewsletterRequest request, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into newsletter_request
                            (request_id, alias, notice_version, language, requested_at, expires_at)
                        values (:id, :alias, :notice, :language, :now, :expires)""")
                .bind("id", request.requestId())
                .bind("alias", request.alias())
                .bind("notice", request.noticeVersion())
                .bind("language", request.language())
                .bind("now", now)
                .bind("expires", request.expiresAt())
                .execute();
    }

    /** How many of the person's requests are not older than {@code since}. */
    int since(Transaction tx, Collection<UUID> aliases, Instant since) {
        return tx.handle()
                .createQuery("""
                        select count(*) from newsletter_request
                        where alias = any(:aliases) and requested_at > :since""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    Optional<NewsletterRequest> open(Transaction tx, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery("""
                        select request_id, alias, notice_version, language, expires_at, attempts
                        from newsletter_request where alias = any(:aliases) and ended_at is null
                        order by requested_at desc limit 1""")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(NewsletterRequest.class))
                .findOne();
    }

    void failed(Transaction tx, UUID id) {
        tx.handle()
                .createUpdate("update newsletter_request set attempts = attempts + 1 where request_id = :id")
                .bind("id", id)
                .execute();
    }

    /** What nobody counts or confirms any more. */
    int forget(Transaction tx, Instant before) {
        return tx.handle()
                .createUpdate("delete from newsletter_request where expires_at < :before")
                .bind("before", before)
                .execute();
    }

    void end(Transaction tx, Collection<UUID> aliases, Instant now) {
        tx.handle()
                .createUpdate("""
                        update newsletter_request set ended_at = :now
                        where alias = any(:aliases) and ended_at is null""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("now", now)
                .execute();
    }
}
