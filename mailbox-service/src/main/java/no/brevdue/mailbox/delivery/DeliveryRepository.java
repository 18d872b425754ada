package no.brevdue.mailbox.delivery;

import no.brevdue.mailbox.recipient.RecipientLock;
import no.brevdue.mailbox.routing.NameCheck;
import no.brevdue.platform.database.Columns;
import no.brevdue.platform.database.Later;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DeliveryRepository {

    private static final String COLUMNS = """
            d.id, d.message_id, d.thread_id, d.sender, d.recipient_kind, d.alias, d.organization, d.version, d.state,
            d.reason, d.fallback, d.fallback_reason, d.confirmation_required, d.parent_visibility,
            d.expected_birth_date, d.policy,
            d.important, d.act_by, d.accepted_at, d.not_before, d.read_before, d.second_notice_at,
            d.due_at, d.published_at, d.opened_at, d.ended_at,
            d.on_consent""";

    /** Sent at the end of the transaction. */
    void insert(Transaction tx, Collection<Delivery> deliveries) {
        deliveries.forEach(delivery -> tx.later("""
                        insert into delivery (id, message_id, thread_id, sender, recipient_kind, alias, organization,
                            version, state, fallback, confirmation_required, parent_visibility, expected_birth_date, policy, important,
                            act_by, accepted_at, not_before, read_before, due_at)
                        values (:id, :messageId, :threadId, :sender, :recipientKind, :alias, :organization,
                            :version, :state, :fallback, :confirmationRequired, :parentVisibility, :expectedBirthDate, :policy, :important,
                            :actBy, :acceptedAt, :notBefore, :readBefore, :dueAt)""").bindMethods(delivery));
    }

    /** Sent at the end of the transaction, behind the deliveries themselves. */
    void holdUncommitted(Transaction tx, Collection<UUID> messageIds, Instant until) {
        for (UUID message : messageIds) {
            Later unused = tx.later("update delivery set uncommitted_until = :until where message_id = :message")
                    .bind("message", message)
                    .bind("until", until);
        }
    }

    void release(Transaction tx, Collection<UUID> messageIds, Instant now) {
        tx.handle()
                .createUpdate("""
                        update delivery
                        set uncommitted_until = null,
                            due_at = case when ended_at is null then cast(:now as timestamptz) end
                        where message_id = any(:messages)""")
                .bind("now", now)
                .bindArray("messages", UUID.class, messageIds)
                .execute();
    }

    /** Due deliveries, locked; what another replica works on is skipped. */
    List<Delivery> lockDue(Transaction tx, Instant now, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from delivery d where d.due_at <= :now order by d.due_at limit :limit"
                        + " for update skip locked")
                .bind("now", now)
                .bind("limit", limit)
                .map(RecordMapper.of(Delivery.class))
                .list();
    }

    /** A delivery the caller may see, locked. */
    Optional<Delivery> lock(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from delivery d where d.id = :id for update")
                .bind("id", id)
                .map(RecordMapper.of(Delivery.class))
                .findOne();
    }

    /** Those of them that are here, locked. */
    Map<UUID, Delivery> lockAll(Transaction tx, Collection<UUID> ids) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from delivery d where d.id = any(:ids) order by d.id for update")
                .bindArray("ids", UUID.class, ids)
                .map(RecordMapper.of(Delivery.class))
                .collect(Collectors.toMap(Delivery::id, delivery -> delivery));
    }

    /** The person's first, then the copies by organisation number. */
    List<Delivery> ofMessage(Transaction tx, UUID messageId) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from delivery d where d.message_id = :message"
                        + " order by d.organization nulls first")
                .bind("message", messageId)
                .map(RecordMapper.of(Delivery.class))
                .list();
    }

    List<Delivery> lockOfMessage(Transaction tx, UUID messageId) {
        return tx.handle()
                .createQuery(
                        "select " + COLUMNS + " from delivery d where d.message_id = :message order by d.id for update")
                .bind("message", messageId)
                .map(RecordMapper.of(Delivery.class))
                .list();
    }

    /** As of one message, message by message. */
    List<Delivery> ofMessages(Transaction tx, Collection<UUID> messageIds) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from delivery d where d.message_id = any(:messages)"
                        + " order by d.message_id, d.organization nulls first")
                .bindArray("messages", UUID.class, messageIds)
                .map(RecordMapper.of(Delivery.class))
                .list();
    }

    /** However many there are, each of them once. */
    void update(Transaction tx, Collection<Delivery> deliveries) {
        Update update = tx.handle().createUpdate("""
                        update delivery d set version = n.version, state = n.state, reason = n.reason, fallback = n.fallback,
                            fallback_reason = n.fallback_reason, second_notice_at = n.second_notice_at, due_at = n.due_at,
                            published_at = n.published_at, opened_at = n.opened_at, ended_at = n.ended_at
                        from unnest(:ids, :versions, :states, :reasons, :fallbacks, :fallback_reasons,
                                cast(:second_notice_at as timestamptz[]), cast(:due_at as timestamptz[]),
                                cast(:published_at as timestamptz[]), cast(:opened_at as timestamptz[]), cast(:ended_at as timestamptz[]))
                            as n (id, version, state, reason, fallback, fallback_reason, second_notice_at, due_at, published_at,
                                opened_at, ended_at)
                        where d.id = n.id""");
        new Columns<>(deliveries, update)
                .uuids("ids", Delivery::id)
                .numbers("versions", Delivery::version)
                .texts("states", delivery -> delivery.state().name())
                .texts("reasons", Delivery::reason)
                .texts("fallbacks", delivery -> delivery.fallback().name())
                .texts(
                        "fallback_reasons",
                        delivery -> delivery.fallbackReason() == null
                                ? null
                                : delivery.fallbackReason().name())
                .times("second_notice_at", Delivery::secondNoticeAt)
                .times("due_at", Delivery::dueAt)
                .times("published_at", Delivery::publishedAt)
                .times("opened_at", Delivery::openedAt)
                .times("ended_at", Delivery::endedAt);
        update.execute();
    }

    /** They are published by consent. Apart from the rest, since no request may say so. */
    void ground(Transaction tx, Collection<UUID> published) {
        if (!published.isEmpty()) {
            tx.handle()
                    .createUpdate("update delivery set on_consent = true where id = any(:ids)")
                    .bindArray("ids", UUID.class, published)
                    .execute();
        }
    }

    /** Whom each message is about: its one delivery to a person tells. */
    Map<UUID, Subject> subjects(Transaction tx, Collection<UUID> messageIds) {
        Map<UUID, Subject> subjects = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select message_id, alias, expected_birth_date, uncommitted_until, fallback <> 'NONE' as fallen_back,
                            %s as settled,
                            case when n.message_id is null then 'NOT_ASKED' else coalesce(n.outcome, 'AWAITED') end as name_check
                        from delivery left join name_check n using (message_id)
                        where message_id = any(:messages) and recipient_kind = 'PERSON'""".formatted(RecipientLock.IS_SETTLED))
                .bindArray("messages", UUID.class, messageIds)
                .map((row, context) -> Map.entry(
                        row.getObject("message_id", UUID.class),
                        new Subject(
                                row.getObject("alias", UUID.class),
                                row.getObject("expected_birth_date", LocalDate.class),
                                instant(row, "uncommitted_until"),
                                row.getBoolean("fallen_back"),
                                row.getBoolean("settled"),
                                NameCheck.valueOf(row.getString("name_check")))))
                .forEach(found -> subjects.put(found.getKey(), found.getValue()));
        return subjects;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * The person a message is about.
     *
     * @param expectedBirthDate what its sender believes
     * @param uncommittedUntil how long it waits for its sender to commit the batch it is of
     * @param fallenBack their own delivery is being reached another way
     * @param settled false while what is known of the person changes
     * @param nameCheck whether they are called what its sender believes
     */
    record Subject(
            UUID alias,
            @Nullable LocalDate expectedBirthDate,
            @Nullable Instant uncommittedUntil,
            boolean fallenBack,
            boolean settled,
            NameCheck nameCheck) {}

    /** What these people get and has not ended, locked. */
    List<Delivery> lockOpen(Transaction tx, Collection<UUID> aliases) {
        return lockOf(tx, aliases, "d.ended_at is null");
    }

    /** What these people would have got if they had not been taken for dead, locked. */
    List<Delivery> lockStoppedByDeath(Transaction tx, Collection<UUID> aliases) {
        return lockOf(tx, aliases, "d.reason = 'REPORTED_DEAD'");
    }

    private static List<Delivery> lockOf(Transaction tx, Collection<UUID> aliases, String which) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from delivery d where d.alias = any(:aliases) and " + which
                        + " order by d.id for update")
                .bindArray("aliases", UUID.class, aliases)
                .map(RecordMapper.of(Delivery.class))
                .list();
    }

    /** The time in which nobody could read does not count. */
    void giveTimeToRead(Transaction tx, UUID id, Duration more) {
        tx.handle()
                .createUpdate("update delivery set read_before = read_before + :more * interval '1 ms' where id = :id")
                .bind("id", id)
                .bind("more", more.toMillis())
                .execute();
    }

    /** A delivery of theirs has not ended after all. */
    void reopenMessages(Transaction tx, Collection<UUID> messageIds) {
        tx.handle()
                .createUpdate(
                        "update message set completed_at = null where id = any(:ids) and completed_at is not null")
                .bindArray("ids", UUID.class, messageIds)
                .execute();
    }

    /** Their sender may use them for other letters. */
    void freeReferences(Transaction tx, Collection<UUID> messageIds, Instant now) {
        if (!messageIds.isEmpty()) {
            tx.handle()
                    .createUpdate("update message set reference_freed_at = :now"
                            + " where id = any(:ids) and reference_freed_at is null")
                    .bind("now", now)
                    .bindArray("ids", UUID.class, messageIds)
                    .execute();
        }
    }

    /** Makes what waits for these people due now, copies too. Waits for a row that is being routed, and then finds it held. */
    int makeDue(Transaction tx, Collection<UUID> aliases, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update delivery set due_at = :now
                        where state in ('ACCEPTED', 'HELD') and fallback = 'NONE' and message_id in (
                            select message_id from delivery
                            where alias = any(:aliases) and state in ('ACCEPTED', 'HELD'))""")
                .bind("now", now)
                .bindArray("aliases", UUID.class, aliases)
                .execute();
    }

    /** What this sender has published to the person by their consent, and nobody has opened. A pause has a time of its own. */
    int makeUnreadDue(Transaction tx, Collection<UUID> aliases, String sender, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update delivery set due_at = :now
                        where state = 'PUBLISHED' and fallback = 'NONE' and on_consent
                            and reason is distinct from 'REPORTED_DEAD'
                            and sender = :sender and alias = any(:aliases)""")
                .bind("now", now)
                .bind("sender", sender)
                .bindArray("aliases", UUID.class, aliases)
                .execute();
    }

    /** Published and unread: those who may read it may have changed. A pause has a time of its own. */
    int lookAgain(Transaction tx, Collection<UUID> aliases, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update delivery set due_at = :now
                        where alias = any(:aliases) and state = 'PUBLISHED' and fallback = 'NONE'
                            and reason is distinct from 'REPORTED_DEAD'""")
                .bind("now", now)
                .bindArray("aliases", UUID.class, aliases)
                .execute();
    }

    int makeDue(Transaction tx, String sender, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update delivery set due_at = :now
                        where sender = :sender and state in ('ACCEPTED', 'HELD') and fallback = 'NONE'""")
                .bind("now", now)
                .bind("sender", sender)
                .execute();
    }

    int makeDue(Transaction tx, UUID messageId, Instant now) {
        return tx.handle()
                .createUpdate("""
                        update delivery set due_at = :now
                        where message_id = :message and state in ('ACCEPTED', 'HELD') and fallback = 'NONE'""")
                .bind("now", now)
                .bind("message", messageId)
                .execute();
    }

    /** Those messages of which the last delivery has now ended. */
    Set<UUID> completeMessages(Transaction tx, Collection<UUID> messageIds, Instant now) {
        return tx.handle()
                .createQuery("""
                        select id from unnest(:messages) as ended (id) where complete_message(id, :now)""")
                .bindArray(
                        "messages",
                        UUID.class,
                        messageIds.stream().distinct().sorted().toList())
                .bind("now", now)
                .mapTo(UUID.class)
                .set();
    }

    void reopenMessage(Transaction tx, UUID messageId) {
        tx.handle()
                .createUpdate("select reopen_message(:message)")
                .bind("message", messageId)
                .execute();
    }

    /** Fallbacks that failed and that nobody has resolved. */
    long failed(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from delivery where fallback = 'FAILED' and ended_at is null")
                .mapTo(Long.class)
                .one();
    }

    long overdue(Transaction tx, Instant before) {
        return tx.handle()
                .createQuery("select count(*) from delivery where due_at < :before")
                .bind("before", before)
                .mapTo(Long.class)
                .one();
    }
}
