package no.brevdue.identity.name;

import no.brevdue.contracts.identity.v1.NameCheckOutcome;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Attempts go by the database's clock, which all replicas share; everything else goes by business time. */
@ApplicationScoped
class NameCheckRepository {

    /** A question that comes again changes nothing. */
    void add(Transaction tx, NameQuestion question) {
        tx.handle()
                .createUpdate("""
                        insert into name_question (question_id, alias, sender, sealed, asked_at)
                        values (:questionId, :alias, :sender, :sealed, :askedAt) on conflict do nothing""")
                .bind("questionId", question.questionId())
                .bind("alias", question.alias())
                .bind("sender", question.sender())
                .bind("sealed", question.sealed())
                .bind("askedAt", question.askedAt())
                .execute();
    }

    /** Questions that are due, the oldest first; nobody else gets them before {@code lease} is over. */
    List<NameQuestion> claim(Transaction tx, int limit, Duration lease) {
        return tx.handle()
                .createQuery("""
                        update name_question q set next_attempt_at = clock_timestamp() + :lease * interval '1 ms'
                        from (select question_id from name_question
                              where outcome is null and next_attempt_at <= clock_timestamp()
                              order by next_attempt_at limit :limit for update skip locked) due
                        where q.question_id = due.question_id
                        returning q.question_id, q.alias, q.sender, q.sealed, q.asked_at""")
                .bind("limit", limit)
                .bind("lease", lease.toMillis())
                .map(RecordMapper.of(NameQuestion.class))
                .list();
    }

    void makeDue(Transaction tx, UUID alias) {
        tx.handle()
                .createUpdate("update name_question set next_attempt_at = clock_timestamp()"
                        + " where alias = :alias and outcome is null")
                .bind("alias", alias)
                .execute();
    }

    /** False when the question has been answered meanwhile. */
    boolean lockWaiting(Transaction tx, UUID questionId) {
        return tx.handle()
                .createQuery("select question_id from name_question"
                        + " where question_id = :id and outcome is null for update")
                .bind("id", questionId)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** How often a sender has been wrong. The same sender's other answers wait until the transaction ends, so that none is missed. */
    Wrong wrong(Transaction tx, String sender, Collection<UUID> aliases, Instant hour, Instant day) {
        tx.handle()
                .createQuery("select count(pg_advisory_xact_lock(hashtextextended('name-check ' || :sender, 0)))")
                .bind("sender", sender)
                .mapTo(Long.class)
                .one();
        return tx.handle()
                .createQuery("""
                        select count(*) filter (where answered_at >= :hour) as in_hour,
                            count(*) filter (where alias = any(:aliases)) as of_person
                        from name_question
                        where sender = :sender and outcome = 'DIFFERS' and answered_at >= :day""")
                .bind("sender", sender)
                .bindArray("aliases", UUID.class, aliases)
                .bind("hour", hour)
                .bind("day", day)
                .map(RecordMapper.of(Wrong.class))
                .one();
    }

    void conclude(Transaction tx, UUID questionId, NameCheckOutcome outcome, Instant now) {
        tx.handle()
                .createUpdate("""
                        update name_question
                        set outcome = :outcome, answered_at = :now, sealed = null, next_attempt_at = null
                        where question_id = :id""")
                .bind("id", questionId)
                .bind("outcome", outcome)
                .bind("now", now)
                .execute();
    }

    /** Returns how many there were, at most {@code limit}. */
    int forget(Transaction tx, Instant before, int limit) {
        return tx.handle()
                .createUpdate("""
                        delete from name_question where question_id in (
                            select question_id from name_question where answered_at < :before limit :limit)""")
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }

    record Wrong(long inHour, long ofPerson) {}
}
