package no.brevdue.mailbox.copy;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CopyRepository {

    CopyState find(Transaction tx, UUID delivery) {
        return tx.handle()
                .createQuery("select sealed_at, removed_at, deleted_at, destroy_at, destroyed_at"
                        + " from copy_state where delivery_id = :delivery")
                .bind("delivery", delivery)
                .map(RecordMapper.of(CopyState.class))
                .findOne()
                .orElse(CopyState.UNTOUCHED);
    }

    /** Sealing keeps the keys: what was to be destroyed is evidence now. Whoever has deleted it does not see it again. */
    void seal(Transaction tx, UUID delivery, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into copy_state (delivery_id, sealed_at) values (:delivery, :now)
                        on conflict (delivery_id) do update
                        set sealed_at = coalesce(copy_state.sealed_at, excluded.sealed_at),
                            removed_at = coalesce(copy_state.removed_at, copy_state.deleted_at), deleted_at = null,
                            destroy_at = null
                        where copy_state.destroyed_at is null""")
                .bind("delivery", delivery)
                .bind("now", now)
                .execute();
    }

    void remove(Transaction tx, UUID delivery, Instant now) {
        tx.handle()
                .createUpdate(
                        "update copy_state set removed_at = coalesce(removed_at, :now) where delivery_id = :delivery")
                .bind("delivery", delivery)
                .bind("now", now)
                .execute();
    }

    void withdraw(Transaction tx, UUID delivery, Withdrawn how) {
        tx.handle()
                .createUpdate("""
                        insert into copy_state (delivery_id, withdrawn) values (:delivery, :how)
                        on conflict (delivery_id) do update set withdrawn = excluded.withdrawn""")
                .bind("delivery", delivery)
                .bind("how", how)
                .execute();
    }

    void destroyAt(Transaction tx, UUID delivery, @Nullable Instant deletedAt, Instant destroyAt) {
        tx.handle()
                .createUpdate("""
                        insert into copy_state (delivery_id, deleted_at, destroy_at) values (:delivery, :deleted, :destroy)
                        on conflict (delivery_id) do update
                        set deleted_at = excluded.deleted_at, destroy_at = excluded.destroy_at
                        where copy_state.destroyed_at is null""")
                .bind("delivery", delivery)
                .bind("deleted", deletedAt)
                .bind("destroy", destroyAt)
                .execute();
    }

    boolean restore(Transaction tx, UUID delivery) {
        return tx.handle().createUpdate("""
                                update copy_state set deleted_at = null, destroy_at = null
                                where delivery_id = :delivery and deleted_at is not null and destroyed_at is null""").bind("delivery", delivery).execute() == 1;
    }

    /** Names no columns in its conflict: who reads may not look up who has. */
    void read(Transaction tx, UUID delivery, UUID reader, ReaderRole role, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into letter_reader (delivery_id, reader, role, at)
                        values (:delivery, :reader, :role, :now) on conflict do nothing""")
                .bind("delivery", delivery)
                .bind("reader", reader)
                .bind("role", role)
                .bind("now", now)
                .execute();
    }

    void downloaded(Transaction tx, UUID delivery, UUID attachment, @Nullable UUID reader, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into attachment_download (delivery_id, attachment_id, reader, at)
                        values (:delivery, :attachment, :reader, :now) on conflict do nothing""")
                .bind("delivery", delivery)
                .bind("attachment", attachment)
                .bind("reader", reader)
                .bind("now", now)
                .execute();
    }

    /**
     * Destroys the holder's keys of what is due: the letter's, its attachments' and its replies'. The ciphertext stays for the other
     * holders.
     *
     * @return how many copies are gone
     */
    int destroyDue(Transaction tx, Instant now, int limit) {
        return tx.handle()
                .createUpdate("""
                        with due as (
                            select c.delivery_id, d.message_id, h.id as holder_id
                            from copy_state c join delivery d on d.id = c.delivery_id
                            left join holder h on (h.kind, h.name) =
                                (d.recipient_kind, coalesce(d.alias::text, d.organization))
                            where c.destroy_at <= :now order by c.destroy_at limit :limit for update of c skip locked),
                        letters as (
                            delete from message_key k using due
                            where k.message_id = due.message_id and k.holder_id = due.holder_id),
                        attachments as (
                            delete from attachment_key k using due, attachment a
                            where a.message_id = due.message_id and k.attachment_id = a.id
                                and k.holder_id = due.holder_id),
                        replies as (
                            delete from reply_key k using due, reply r
                            where r.delivery_id = due.delivery_id and k.reply_id = r.id and k.holder_id = due.holder_id)
                        update copy_state c set destroy_at = null, destroyed_at = :now from due
                        where c.delivery_id = due.delivery_id""")
                .bind("now", now)
                .bind("limit", limit)
                .execute();
    }
}
