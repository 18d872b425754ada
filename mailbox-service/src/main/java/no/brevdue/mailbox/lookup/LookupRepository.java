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
        StringBuilder sql = new StringBuilder("""
                select m.id from message m
                where m.sender = :sender and (m.accepted_at, m.id) < (:at, :id)""");
        if (wanted.reference() != null) {
            sql.append(" and m.reference = :reference");
        }
        if (!wanted.aliases().isEmpty()) {
            sql.append(" and m.subject = any(:aliases)");
        }
        if (wanted.from() != null) {
            sql.append(" and m.accepted_at >= :from");
        }
        if (wanted.before() != null) {
            sql.append(" and m.accepted_at < :before");
        }
        if (wanted.state() != null) {
            sql.append(" and exists (select from delivery d where d.message_id = m.id and d.state = :state)");
        }
        Query query = tx.handle()
                .createQuery(sql.append(" order by m.accepted_at desc, m.id desc limit :limit")
                        .toString())
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
