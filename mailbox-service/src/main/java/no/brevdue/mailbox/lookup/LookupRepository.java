package no.brevdue.mailbox.lookup;

import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Each search is one range of an index, read backwards from where the page before ended. */
@ApplicationScoped
class LookupRepository {

    private static final String OTHERS = """
             from message m
            where m.sender = :sender and m.accepted_at >= :from and m.accepted_at < :before
                and not exists (select from unnest(:references) as named where named = m.reference)""";

    /** @param aliases of the person the letters are about; empty for anybody */
    record Wanted(
            String sender,
            @Nullable String reference,
            List<UUID> aliases,
            @Nullable LetterState state,
            @Nullable Instant from,
            @Nullable Instant before) {}

    List<UUID> search(Transaction tx, Wanted wanted, Place after, int limit) {
        boolean byState = wanted.state() != null
                && wanted.reference() == null
                && wanted.aliases().isEmpty();
        Query query = tx.handle()
                .createQuery(byState ? byState(wanted) : byMessage(wanted))
                .bind("sender", wanted.sender())
                .bind("at", after.acceptedAt())
                .bind("id", after.id())
                .bind("limit", limit);
        if (wanted.reference() != null) {
            query.bind("reference", wanted.reference());
        }
        if (!wanted.aliases().isEmpty()) {
            query.bindArray("aliases", UUID.class, wanted.aliases());
        }
        if (wanted.from() != null) {
            query.bind("from", wanted.from());
        }
        if (wanted.before() != null) {
            query.bind("before", wanted.before());
        }
        if (wanted.state() != null) {
            query.bind("state", wanted.state());
        }
        return query.mapTo(UUID.class).list();
    }

    private static String byMessage(Wanted wanted) {
        StringBuilder sql = new StringBuilder("""
                select m.id from message m
                where m.sender = :sender and (m.accepted_at, m.id) < (:at, :id)""");
        if (wanted.reference() != null) {
            sql.append(" and m.reference = :reference");
        }
        if (!wanted.aliases().isEmpty()) {
            sql.append(" and m.subject = any(:aliases)");
        }
        if (wanted.state() != null) {
            sql.append(" and exists (select from delivery d where d.message_id = m.id and d.state = :state)");
        }
        return sql.append(period(wanted, "m"))
                .append(" order by m.accepted_at desc, m.id desc limit :limit")
                .toString();
    }

    /** Where one state is all that is known, few letters among very many may have it. A delivery is as old as its letter. */
    static String byState(Wanted wanted) {
        return """
                select d.message_id from delivery d
                where d.sender = :sender and d.state = :state and (d.accepted_at, d.message_id) < (:at, :id)""" + period(wanted, "d") + """
                 group by d.accepted_at, d.message_id
                order by d.accepted_at desc, d.message_id desc limit :limit""";
    }

    private static String period(Wanted wanted, String of) {
        return (wanted.from() == null ? "" : " and " + of + ".accepted_at >= :from")
                + (wanted.before() == null ? "" : " and " + of + ".accepted_at < :before");
    }

    List<UUID> byReference(Transaction tx, String sender, Collection<String> references) {
        return tx.handle()
                .createQuery("""
                        select id from message
                        where sender = :sender and reference = any(:references) and reference_freed_at is null""")
                .bind("sender", sender)
                .bindArray("references", String.class, references)
                .mapTo(UUID.class)
                .list();
    }

    List<String> others(
            Transaction tx, String sender, Instant from, Instant before, Collection<String> references, int limit) {
        return tx.handle()
                .createQuery("select m.reference" + OTHERS + " order by m.accepted_at, m.id limit :limit")
                .bind("sender", sender)
                .bind("from", from)
                .bind("before", before)
                .bindArray("references", String.class, references)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    long countOthers(Transaction tx, String sender, Instant from, Instant before, Collection<String> references) {
        return tx.handle()
                .createQuery("select count(*)" + OTHERS)
                .bind("sender", sender)
                .bind("from", from)
                .bind("before", before)
                .bindArray("references", String.class, references)
                .mapTo(Long.class)
                .one();
    }

    long accepted(Transaction tx, String sender, Instant from, Instant before) {
        return tx.handle()
                .createQuery("""
                        select count(*) from message
                        where sender = :sender and accepted_at >= :from and accepted_at < :before""")
                .bind("sender", sender)
                .bind("from", from)
                .bind("before", before)
                .mapTo(Long.class)
                .one();
    }
}
