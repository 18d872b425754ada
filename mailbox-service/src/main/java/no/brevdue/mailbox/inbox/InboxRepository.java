package no.brevdue.mailbox.inbox;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** One index range per page, whatever the size of the mailbox: no count, no offset. */
@ApplicationScoped
class InboxRepository {

    private static final String ROW = """
            select d.id, d.message_id, d.sender, d.state, d.confirmation_required, d.published_at, d.read_before,
                d.opened_at, m.act_by, (select count(*) from attachment a where a.message_id = d.message_id) as attachments
            """;

    /** Newest first. Each of the person's aliases has its own range, merged here. */
    List<InboxRow> ofPerson(Transaction tx, List<UUID> aliases, Cursor after, int limit) {
        return tx.handle()
                .createQuery(ROW + """
                                from unnest(:aliases) as mine(alias)
                                cross join lateral (
                                    select * from delivery
                                    where alias = mine.alias and published_at is not null and state <> 'RETURNED'
                                        and (published_at, id) < (:published_at, :id)
                                    order by published_at desc, id desc limit :limit) d
                                join message m on m.id = d.message_id
                                order by d.published_at desc, d.id desc limit :limit""")
                .bindArray("aliases", UUID.class, aliases)
                .bind("published_at", after.publishedAt())
                .bind("id", after.id())
                .bind("limit", limit)
                .map(RecordMapper.of(InboxRow.class))
                .list();
    }

    List<InboxRow> ofOrganization(Transaction tx, String organization, Cursor after, int limit) {
        return tx.handle()
                .createQuery(ROW + """
                                from delivery d join message m on m.id = d.message_id
                                where d.organization = :organization and d.published_at is not null
                                    and (d.published_at, d.id) < (:published_at, :id)
                                order by d.published_at desc, d.id desc limit :limit""")
                .bind("organization", organization)
                .bind("published_at", after.publishedAt())
                .bind("id", after.id())
                .bind("limit", limit)
                .map(RecordMapper.of(InboxRow.class))
                .list();
    }

    /** One letter of this reader; somebody else's is not found. */
    List<InboxRow> one(Transaction tx, UUID id, List<UUID> aliases, String organization) {
        return tx.handle()
                .createQuery(ROW + """
                                from delivery d join message m on m.id = d.message_id
                                where d.id = :id and d.published_at is not null
                                    and (d.alias = any(:aliases) or d.organization = :organization)""")
                .bind("id", id)
                .bindArray("aliases", UUID.class, aliases)
                .bind("organization", organization)
                .map(RecordMapper.of(InboxRow.class))
                .list();
    }

    long unread(Transaction tx, List<UUID> aliases) {
        return tx.handle()
                .createQuery("select count(*) from delivery where alias = any(:aliases) and state = 'PUBLISHED'")
                .bindArray("aliases", UUID.class, aliases)
                .mapTo(Long.class)
                .one();
    }
}
