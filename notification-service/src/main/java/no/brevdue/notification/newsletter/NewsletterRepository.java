package no.brevdue.notification.newsletter;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NewsletterRepository {

    private static final String CLAIM = """
            update newsletter_mail set claimed_until = clock_timestamp() + :claim * interval '1 millisecond'
            where mail_id in (
                select mail_id from newsletter_mail where due_at <= :now and claimed_until < clock_timestamp()
                order by due_at limit 1 for update skip locked)
            returning mail_id, alias, code,
                (select n.text::text from newsletter n where n.newsletter_id = newsletter_mail.newsletter_id) as text,
                setbacks, give_up_at""";

    /** False when it was heard of before. */
    boolean addCode(Transaction tx, UUID request, UUID alias, String code, Instant now, Instant giveUp) {
        return tx.handle()
                        .createUpdate("""
                                insert into newsletter_mail (mail_id, alias, code, due_at, give_up_at)
                                values (:id, :alias, :code, :now, :give_up) on conflict do nothing""")
                        .bind("id", request)
                        .bind("alias", alias)
                        .bind("code", code)
                        .bind("now", now)
                        .bind("give_up", giveUp)
                        .execute()
                == 1;
    }

    void subscribe(Transaction tx, UUID alias, UUID consent, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        insert into newsletter_subscriber (alias, consent_id, expires_at)
                        values (:alias, :consent, :expires)
                        on conflict (alias) do update set consent_id = excluded.consent_id,
                            expires_at = excluded.expires_at""")
                .bind("alias", alias)
                .bind("consent", consent)
                .bind("expires", expiresAt)
                .execute();
    }

    void unsubscribe(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("delete from newsletter_subscriber where alias = :alias")
                .bind("alias", alias)
                .execute();
    }

    /** The consent that holds now. */
    Optional<UUID> consent(Transaction tx, UUID alias, Instant now) {
        return tx.handle()
                .createQuery("""
                        select consent_id from newsletter_subscriber where alias = :alias and expires_at > :now""")
                .bind("alias", alias)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }

    /** The text that stands under this id: the first one. */
    String store(Transaction tx, UUID id, String text, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into newsletter (newsletter_id, text, written_at)
                        values (:id, cast(:text as jsonb), :now) on conflict do nothing""")
                .bind("id", id)
                .bind("text", text)
                .bind("now", now)
                .execute();
        return tx.handle()
                .createQuery("select text::text from newsletter where newsletter_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
    }

    /** One mail for each who subscribes now; returns to how many it goes in all. */
    int address(Transaction tx, UUID newsletter, Instant now, Instant giveUp) {
        tx.handle()
                .createUpdate("""
                        insert into newsletter_mail (mail_id, alias, newsletter_id, due_at, give_up_at)
                        select gen_random_uuid(), alias, :newsletter, :now, :give_up
                        from newsletter_subscriber where expires_at > :now
                            and not exists (select from newsletter_mail where newsletter_id = :newsletter)""")
                .bind("newsletter", newsletter)
                .bind("now", now)
                .bind("give_up", giveUp)
                .execute();
        return tx.handle()
                .createQuery("select count(*) from newsletter_mail where newsletter_id = :newsletter")
                .bind("newsletter", newsletter)
                .mapTo(Integer.class)
                .one();
    }

    Optional<NewsletterMail> claim(Transaction tx, Instant now, Duration claim) {
        return tx.handle()
                .createQuery(CLAIM)
                .bind("claim", claim.toMillis())
                .bind("now", now)
                .map(RecordMapper.of(NewsletterMail.class))
                .findOne();
    }

    void end(Transaction tx, UUID id, Result result, Instant now) {
        tx.handle()
                .createUpdate("""
                        update newsletter_mail set result = :result, ended_at = :now, due_at = null
                        where mail_id = :id and due_at is not null""")
                .bind("id", id)
                .bind("result", result)
                .bind("now", now)
                .execute();
    }

    void postpone(Transaction tx, UUID id, Instant until) {
        tx.handle().createUpdate("""
                        update newsletter_mail
                        set due_at = :until, setbacks = setbacks + 1, claimed_until = '-infinity'
                        where mail_id = :id and due_at is not null""").bind("id", id).bind("until", until).execute();
    }
}
