package no.brevdue.mailbox.message;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.StatementException;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MessageRepository {

    /** A lock did not come in time, or could never have come: lock_not_available, deadlock_detected. */
    private static final Set<String> WAITED_TOO_LONG = Set.of("55P03", "40P01");

    private static final String SELECT = """
            select id, thread_id, sender, supplier, reference, idempotency_key, request_digest, subject, purpose, language,
                provenance, format, reply_allowed, act_by, accepted_at, completed_at
            from message
            """;

    /**
     * Stores a message unless its key or its reference is taken. A twin that arrives at the same time waits here for the
     * first to commit; neither here nor later does this transaction wait for another longer than two seconds.
     *
     * @return whether the person it is about is known here; empty if the message was not stored
     */
    Optional<Boolean> insert(Transaction tx, Message message) {
        return tx.handle()
                .createQuery("""
                        insert into message (id, thread_id, sender, supplier, reference, idempotency_key,
                            request_digest, subject, purpose, language, provenance, format, reply_allowed, act_by, accepted_at)
                        select :id, :threadId, :sender, :supplier, :reference, :idempotencyKey,
                            :requestDigest, :subject, :purpose, :language, :provenance, :format, :replyAllowed,
                            cast(:actBy as timestamptz), :acceptedAt
                        from set_config('lock_timeout', '2s', true)
                        on conflict do nothing
                        returning person_of(subject) is not null""")
                .bindMethods(message)
                .mapTo(Boolean.class)
                .findOne();
    }

    /** Whether the transaction failed because another one took too long. */
    static boolean hasWaitedTooLong(StatementException failure) {
        return failure.getCause() instanceof SQLException cause && WAITED_TOO_LONG.contains(cause.getSQLState());
    }

    Optional<Message> find(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map(RecordMapper.of(Message.class))
                .findOne();
    }

    List<Message> findAll(Transaction tx, Collection<UUID> ids) {
        return tx.handle()
                .createQuery(SELECT + "where id = any(:ids) order by accepted_at desc, id desc")
                .bindArray("ids", UUID.class, ids)
                .map(RecordMapper.of(Message.class))
                .list();
    }

    Optional<Message> findByKey(Transaction tx, String sender, String idempotencyKey) {
        return tx.handle()
                .createQuery(SELECT + "where sender = :sender and idempotency_key = :key")
                .bind("sender", sender)
                .bind("key", idempotencyKey)
                .map(RecordMapper.of(Message.class))
                .findOne();
    }

    Optional<UUID> findByReference(Transaction tx, String sender, String reference) {
        return tx.handle()
                .createQuery("""
                        select id from message
                        where sender = :sender and reference = :reference and reference_freed_at is null""")
                .bind("sender", sender)
                .bind("reference", reference)
                .mapTo(UUID.class)
                .findOne();
    }

    List<UUID> incomplete(Transaction tx, String sender, Instant from, Instant before) {
        return tx.handle()
                .createQuery("""
                        select id from message
                        where sender = :sender and accepted_at >= :from and accepted_at < :before and completed_at is null
                        order by accepted_at""")
                .bind("sender", sender)
                .bind("from", from)
                .bind("before", before)
                .mapTo(UUID.class)
                .list();
    }

    /** Lets a reference go that was given to a letter before {@code before}; false if a younger letter has it. */
    boolean freeReference(Transaction tx, String sender, String reference, Instant before, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                update message set reference_freed_at = :now
                                where sender = :sender and reference = :reference and reference_freed_at is null
                                    and accepted_at < :before""")
                        .bind("sender", sender)
                        .bind("reference", reference)
                        .bind("before", before)
                        .bind("now", now)
                        .execute()
                == 1;
    }
}
