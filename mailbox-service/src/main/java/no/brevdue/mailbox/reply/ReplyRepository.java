package no.brevdue.mailbox.reply;

import no.brevdue.mailbox.holder.Holder;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.Query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ReplyRepository {

    private static final String SELECT = """
            select id, delivery_id, message_id, thread_id, controller, author, role, idempotency_key, ciphertext, version,
                state, rejected, accepted_at, fetched_at, acknowledged_at, overdue_at, due_at
            from reply
            """;

    /** False if the author has used the key before. */
    boolean insert(Transaction tx, Reply reply) {
        return tx.handle().createUpdate("""
                                insert into reply (id, delivery_id, message_id, thread_id, controller, author, role,
                                    idempotency_key, ciphertext, version, state, rejected, accepted_at, due_at)
                                values (:id, :deliveryId, :messageId, :threadId, :controller, :author, :role,
                                    :idempotencyKey, :ciphertext, :version, :state, :rejected, :acceptedAt, :dueAt)
                                on conflict do nothing""").bindMethods(reply).execute() == 1;
    }

    void wrap(Transaction tx, UUID reply, Holder holder, byte[] wrapped) {
        tx.handle()
                .createUpdate("insert into reply_key (reply_id, holder_id, wrapped) values (:reply, :holder, :wrapped)")
                .bind("reply", reply)
                .bind("holder", holder.id())
                .bind("wrapped", wrapped)
                .execute();
    }

    Optional<byte[]> wrapped(Transaction tx, UUID reply, Holder holder) {
        return tx.handle()
                .createQuery("select wrapped from reply_key where reply_id = :reply and holder_id = :holder")
                .bind("reply", reply)
                .bind("holder", holder.id())
                .mapTo(byte[].class)
                .findOne();
    }

    /** No request marks a reply as late, so that column is no request's to write. */
    void move(Transaction tx, Reply reply) {
        tx.handle().createUpdate("""
                        update reply set version = :version, state = :state, rejected = :rejected, fetched_at = :fetchedAt,
                            acknowledged_at = :acknowledgedAt, due_at = :dueAt
                        where id = :id""").bindMethods(reply).execute();
    }

    void remind(Transaction tx, Reply reply) {
        tx.handle()
                .createUpdate(
                        "update reply set version = :version, overdue_at = :overdueAt, due_at = :dueAt where id = :id")
                .bindMethods(reply)
                .execute();
    }

    Optional<Reply> findByKey(Transaction tx, UUID author, String key) {
        return mapped(tx.handle()
                        .createQuery(SELECT + "where author = :author and idempotency_key = :key")
                        .bind("author", author)
                        .bind("key", key))
                .stream()
                .findFirst();
    }

    /** Oldest first. */
    List<Reply> ofLetter(Transaction tx, UUID delivery) {
        return mapped(tx.handle()
                .createQuery(SELECT + "where delivery_id = :delivery order by accepted_at, id")
                .bind("delivery", delivery));
    }

    /** What the organisation has not acknowledged, oldest first. */
    List<Reply> waiting(Transaction tx, String organization, int limit) {
        return mapped(tx.handle()
                .createQuery(
                        SELECT
                                + "where controller = :organization and due_at is not null order by accepted_at, id limit :limit")
                .bind("organization", organization)
                .bind("limit", limit));
    }

    /** One of the organisation's, locked. */
    Optional<Reply> lock(Transaction tx, UUID id, String organization) {
        return mapped(tx.handle()
                        .createQuery(SELECT + "where id = :id and controller = :organization for update")
                        .bind("id", id)
                        .bind("organization", organization))
                .stream()
                .findFirst();
    }

    /** Due ones, locked; what another replica works on is skipped. */
    List<Reply> lockDue(Transaction tx, Instant now, int limit) {
        return mapped(tx.handle()
                .createQuery(SELECT + "where due_at <= :now order by due_at limit :limit for update skip locked")
                .bind("now", now)
                .bind("limit", limit));
    }

    long overdue(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from reply where due_at is not null and overdue_at is not null")
                .mapTo(Long.class)
                .one();
    }

    private static List<Reply> mapped(Query query) {
        return query.map(RecordMapper.of(Reply.class)).list();
    }
}
