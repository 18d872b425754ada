package no.brevdue.identity.life;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Attempts go by the database's clock, which all replicas share. */
@ApplicationScoped
class QuestionRepository {

    /** Somebody about whom the register must be asked, claimed for one attempt. */
    record Question(UUID personId, long asked, long sequence, int attempts) {}

    /** People by the sequence number of the latest event about them. Whoever waits already is due at once. */
    void ask(Transaction tx, Map<UUID, Long> people) {
        PreparedBatch rows = tx.handle().prepareBatch("""
                insert into population_question (person_id, sequence) values (:person, :sequence)
                on conflict (person_id) do update set asked = population_question.asked + 1, attempts = 0,
                    sequence = greatest(population_question.sequence, excluded.sequence),
                    next_attempt_at = clock_timestamp()""");
        people.forEach((person, sequence) ->
                rows.bind("person", person).bind("sequence", sequence).add());
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    /** Everybody, without haste: whoever something happened to comes first. */
    int askAboutEverybody(Transaction tx) {
        return tx.handle().createUpdate("""
                        insert into population_question (person_id, sequence) select id, 0 from person where merged_into is null
                        on conflict do nothing""").execute();
    }

    /** Those about whom the register has not been asked for longest. */
    int askAboutOldest(Transaction tx, Instant before, int limit) {
        return tx.handle()
                .createUpdate("""
                        insert into population_question (person_id, sequence)
                        select id, 0 from person where population_as_of < :before and merged_into is null
                            and not exists (select from population_question q where q.person_id = person.id)
                        order by population_as_of limit :limit
                        on conflict do nothing""")
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }

    /** Those to whom something happened come first; nobody else gets them before the claim runs out. */
    List<Question> claim(Transaction tx, int limit, Duration claim) {
        return tx.handle()
                .createQuery("""
                        update population_question q
                        set attempts = q.attempts + 1, next_attempt_at = clock_timestamp() + :claim * interval '1 ms'
                        from (select person_id from population_question where next_attempt_at <= clock_timestamp()
                              order by sequence = 0, next_attempt_at limit :limit for update skip locked) due
                        where q.person_id = due.person_id
                        returning q.person_id, q.asked, q.sequence, q.attempts""")
                .bind("limit", limit)
                .bind("claim", claim.toMillis())
                .map(RecordMapper.of(Question.class))
                .list();
    }

    /** False if it has been settled, or asked anew, since it was claimed. */
    boolean isCurrent(Transaction tx, Question question) {
        return tx.handle()
                .createQuery("""
                        select person_id from population_question where person_id = :personId and asked = :asked
                        for update""")
                .bind("personId", question.personId())
                .bind("asked", question.asked())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** Settles the question, unless there has been a new reason to ask since it was claimed. */
    void settle(Transaction tx, Question question) {
        tx.handle()
                .createUpdate("delete from population_question where person_id = :personId and asked = :asked")
                .bind("personId", question.personId())
                .bind("asked", question.asked())
                .execute();
    }

    /** The same for many at once. */
    void settleAll(Transaction tx, List<Question> settled) {
        if (settled.isEmpty()) {
            return;
        }
        tx.handle()
                .createUpdate("""
                        delete from population_question q using unnest(:people, :asked) as settled (person_id, asked)
                        where q.person_id = settled.person_id and q.asked = settled.asked""")
                .bindArray(
                        "people",
                        UUID.class,
                        settled.stream().map(Question::personId).toList())
                .bindArray(
                        "asked",
                        Long.class,
                        settled.stream().map(Question::asked).toList())
                .execute();
    }

    void postpone(Transaction tx, Question question, Duration pause) {
        tx.handle()
                .createUpdate("""
                        update population_question set next_attempt_at = clock_timestamp() + :pause * interval '1 ms'
                        where person_id = :personId and asked = :asked""")
                .bind("personId", question.personId())
                .bind("asked", question.asked())
                .bind("pause", pause.toMillis())
                .execute();
    }

    void forget(Transaction tx, UUID person) {
        tx.handle()
                .createUpdate("delete from population_question where person_id = :person")
                .bind("person", person)
                .execute();
    }

    /** Those to whom something happened. */
    int unsettled(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from population_question where sequence > 0")
                .mapTo(Integer.class)
                .one();
    }
}
