package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** One index range per page, whatever the size of the mailbox: no count, no offset. */
@ApplicationScoped
class InboxRepository {

    private static final String ROW = """
            select d.id, d.message_id, d.sender, d.state, d.reason, d.confirmation_required, d.published_at, d.read_before,
                d.opened_at, d.ended_at, m.act_by, d.parent_visibility, d.on_consent,
                (select count(*) from attachment a where a.message_id = d.message_id) as attachments,
                array(
                    select e.detail from evidence e
                    where e.delivery_id = d.id and e.rung = 'OPENED' order by e.id) as opened_by,
                c.sealed_at is not null as sealed, c.withdrawn, c.deleted_at is not null as deleted, m.reply_allowed,
                case when m.reply_allowed and d.alias is not null then agreed(d.alias, d.sender, 'contact', :now) else false end
                    as agreed
            """;

    /** What was recalled unopened, given back, destroyed or put out of sight is not there for its reader. */
    private static final String THERE = """
            d.published_at is not null and d.state <> 'RETURNED'
                and (d.state <> 'RECALLED' or c.sealed_at is not null)
                and c.destroyed_at is null and c.removed_at is null""";

    /**
     * Newest first. Each of the person's aliases has its own range of one index, read until the page is full and merged here. What
     * became of a copy is asked letter by letter: joined, the planner would take the whole range for a few letters and sort it.
     */
    static final String OF_PERSON = ROW + """
            from unnest(:aliases) as mine(alias)
            cross join lateral (
                select d.* from delivery d
                where d.alias = mine.alias and d.published_at is not null and d.state <> 'RETURNED'
                    and (d.state <> 'RECALLED' or exists (
                        select from copy_state c where c.delivery_id = d.id and c.sealed_at is not null))
                    and not exists (
                        select from copy_state c where c.delivery_id = d.id
                            and (c.destroyed_at is not null or c.removed_at is not null
                                or (not :deleted and c.deleted_at is not null)))
                    and (not :deleted or exists (
                        select from copy_state c where c.delivery_id = d.id and c.deleted_at is not null))
                    and (:deleted or :archived = exists (select from archived_letter a where a.delivery_id = d.id))
                    and (:all or d.parent_visibility = 'VISIBLE')
                    and (d.published_at, d.id) < (:published_at, :id)
                order by d.published_at desc, d.id desc limit :limit) d
            join message m on m.id = d.message_id left join copy_state c on c.delivery_id = d.id
            order by d.published_at desc, d.id desc limit :limit""";

    List<InboxRow> ofPerson(Transaction tx, Mailbox mailbox, Shelf shelf, Cursor after, int limit, Instant now) {
        return tx.handle()
                .createQuery(OF_PERSON)
                .bindArray("aliases", UUID.class, mailbox.aliases())
                .bind("all", mailbox.access().readsAll())
                .bind("deleted", shelf == Shelf.DELETED)
                .bind("archived", shelf == Shelf.ARCHIVE)
                .bind("now", now)
                .bind("published_at", after.publishedAt())
                .bind("id", after.id())
                .bind("limit", limit)
                .map(RecordMapper.of(InboxRow.class))
                .list();
    }

    List<InboxRow> ofOrganization(Transaction tx, String organization, Cursor after, int limit, Instant now) {
        return tx.handle()
                .createQuery(ROW + """
                                from delivery d join message m on m.id = d.message_id
                                left join copy_state c on c.delivery_id = d.id
                                where d.organization = :organization and\s""" + THERE + """

                                    and (d.published_at, d.id) < (:published_at, :id)
                                order by d.published_at desc, d.id desc limit :limit""")
                .bind("organization", organization)
                .bind("now", now)
                .bind("published_at", after.publishedAt())
                .bind("id", after.id())
                .bind("limit", limit)
                .map(RecordMapper.of(InboxRow.class))
                .list();
    }

    /** One letter of this reader; somebody else's is not found. */
    List<InboxRow> one(Transaction tx, UUID id, List<UUID> aliases, String organization, Instant now) {
        return tx.handle()
                .createQuery(ROW + """
                                from delivery d join message m on m.id = d.message_id
                                left join copy_state c on c.delivery_id = d.id
                                where d.id = :id and\s""" + THERE + """

                                    and (d.alias = any(:aliases) or d.organization = :organization)""")
                .bind("id", id)
                .bind("now", now)
                .bindArray("aliases", UUID.class, aliases)
                .bind("organization", organization)
                .map(RecordMapper.of(InboxRow.class))
                .list();
    }

    long unread(Transaction tx, Mailbox mailbox) {
        return tx.handle()
                .createQuery("""
                        select count(*) from delivery d where d.alias = any(:aliases) and d.state = 'PUBLISHED'
                            and (:all or d.parent_visibility = 'VISIBLE')
                            and not exists (
                                select from copy_state c where c.delivery_id = d.id
                                    and (c.deleted_at is not null or c.sealed_at is not null))""")
                .bindArray("aliases", UUID.class, mailbox.aliases())
                .bind("all", mailbox.access().readsAll())
                .mapTo(Long.class)
                .one();
    }
}
