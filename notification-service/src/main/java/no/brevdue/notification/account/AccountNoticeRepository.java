package no.brevdue.notification.account;

import no.brevdue.contracts.identity.v1.NoticeOccasion;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AccountNoticeRepository {

    private static final String CLAIM_OF_CONTACTS = """
            update account_notice set claimed_until = clock_timestamp() + :claim * interval '1 millisecond'
            where id in (
                select id from account_notice
                where due_at <= :now and alias is null and claimed_until < clock_timestamp()
                order by due_at limit 1 for update skip locked)
            returning id, occasion, setbacks""";

    private static final String CLAIM_OF_CHANGE = """
            update account_notice set claimed_until = clock_timestamp() + :claim * interval '1 millisecond'
            where id in (
                select id from account_notice
                where due_at <= :now and alias is not null and claimed_until < clock_timestamp()
                order by due_at limit 1 for update skip locked)
            returning id, alias, setbacks, give_up_at""";

    /** False when it was heard of before. */
    boolean add(Transaction tx, UUID id, NoticeOccasion occasion, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                insert into account_notice (id, occasion, due_at) values (:id, :occasion, :now)
                                on conflict do nothing""")
                        .bind("id", id)
                        .bind("occasion", occasion)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** False when it was heard of before. */
    boolean addChange(Transaction tx, UUID id, UUID alias, Instant now, Instant giveUp) {
        return tx.handle()
                        .createUpdate("""
                                insert into account_notice (id, alias, due_at, give_up_at)
                                values (:id, :alias, :now, :give_up) on conflict do nothing""")
                        .bind("id", id)
                        .bind("alias", alias)
                        .bind("now", now)
                        .bind("give_up", giveUp)
                        .execute()
                == 1;
    }

    /** Somebody may be waiting for a code: what changes is told after that. */
    Optional<AccountNotice> claim(Transaction tx, Instant now, Duration claim) {
        return claim(tx, CLAIM_OF_CONTACTS, AccountNotice.OfContacts.class, now, claim)
                .or(() -> claim(tx, CLAIM_OF_CHANGE, AccountNotice.OfChange.class, now, claim));
    }

    private <N extends Record & AccountNotice> Optional<AccountNotice> claim(
            Transaction tx, String sql, Class<N> kind, Instant now, Duration claim) {
        return tx.handle()
                .createQuery(sql)
                .bind("claim", claim.toMillis())
                .bind("now", now)
                .map(RecordMapper.of(kind))
                .findOne()
                .map(notice -> notice);
    }

    void end(Transaction tx, UUID id, Result result, Instant now) {
        tx.handle()
                .createUpdate("""
                        update account_notice set result = :result, ended_at = :now, due_at = null
                        where id = :id and due_at is not null""")
                .bind("id", id)
                .bind("result", result)
                .bind("now", now)
                .execute();
    }

    void postpone(Transaction tx, UUID id, Instant until) {
        tx.handle().createUpdate("""
                        update account_notice
                        set due_at = :until, setbacks = setbacks + 1, claimed_until = '-infinity'
                        where id = :id and due_at is not null""").bind("id", id).bind("until", until).execute();
    }
}
