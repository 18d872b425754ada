package no.brevdue.identity.representation;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GroundRepository {

    private static final String SELECT = """
            select id, kind, person, representative, organization, scope, from_date, until_date, recorded_at, upheld_at,
                ended_at, due_at
            from ground
            """;

    void add(Transaction tx, Ground ground) {
        tx.handle().createUpdate("""
                        insert into ground (id, kind, person, representative, organization, scope, from_date, until_date,
                            recorded_at, due_at)
                        values (:id, :kind, :person, :representative, :organization, :scope, :fromDate, :untilDate,
                            :recordedAt, :dueAt)""").bindMethods(ground).execute();
    }

    /** What holds about a person. */
    List<Ground> about(Transaction tx, Collection<UUID> aliases) {
        return list(tx, "where person = any(:aliases) and ended_at is null order by recorded_at, id", aliases);
    }

    /** What somebody may do for others, as far as people or clinics have said it. */
    List<Ground> naming(Transaction tx, Collection<UUID> aliases) {
        return list(tx, "where representative = any(:aliases) and ended_at is null order by recorded_at, id", aliases);
    }

    private static List<Ground> list(Transaction tx, String where, Collection<UUID> aliases) {
        return tx.handle()
                .createQuery(SELECT + where)
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Ground.class))
                .list();
    }

    /** One that the caller may see and that holds. */
    Optional<Ground> find(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery(SELECT + "where id = :id and ended_at is null")
                .bind("id", id)
                .map(RecordMapper.of(Ground.class))
                .findOne();
    }

    /** Objections that await the caller's decision, the most urgent first. */
    List<Ground> undecided(Transaction tx, int limit) {
        return tx.handle()
                .createQuery(
                        SELECT + "where due_at is not null and kind = 'OBJECTION' order by due_at, id limit :limit")
                .bind("limit", limit)
                .map(RecordMapper.of(Ground.class))
                .list();
    }

    /** False if it was over before. */
    boolean end(Transaction tx, UUID id, Instant now) {
        return tx.handle()
                        .createUpdate(
                                "update ground set ended_at = :now, due_at = null where id = :id and ended_at is null")
                        .bind("id", id)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** False if it was decided before. */
    boolean uphold(Transaction tx, UUID id, Instant now) {
        return tx.handle().createUpdate("""
                                update ground set upheld_at = :now, due_at = null
                                where id = :id and due_at is not null""").bind("id", id).bind("now", now).execute() == 1;
    }

    /** Objections nobody decided in time: looked at again at {@code next}. */
    int postpone(Transaction tx, Instant now, Instant next) {
        return tx.handle()
                .createUpdate("update ground set due_at = :next where due_at <= :now")
                .bind("now", now)
                .bind("next", next)
                .execute();
    }
}
