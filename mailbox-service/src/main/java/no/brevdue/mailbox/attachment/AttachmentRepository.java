package no.brevdue.mailbox.attachment;

import no.brevdue.mailbox.routing.ScanState;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.OrganizationNumber;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** The attachments that senders announce and letters name, and the readers' view of them. */
@ApplicationScoped
class AttachmentRepository {

    private static final RowMapper<Announced> ANNOUNCED = RecordMapper.of(Announced.class);
    private static final RowMapper<ForReader> FOR_READER = RecordMapper.of(ForReader.class);

    void insert(
            Transaction tx,
            UUID id,
            OrganizationNumber sender,
            NewAttachment announced,
            byte[] fileName,
            Instant createdAt) {
        tx.handle()
                .createUpdate("""
                        insert into attachment (id, organization, file_name, content_type, size, sha256, created_at)
                        values (:id, :organization, :fileName, :type, :size, :sha256, :createdAt)""")
                .bind("id", id)
                .bind("organization", sender.value())
                .bind("fileName", fileName)
                .bind("type", announced.contentType().name())
                .bind("size", announced.size())
                .bind("sha256", announced.hash())
                .bind("createdAt", createdAt)
                .execute();
    }

    void insertKey(Transaction tx, UUID id, UUID holder, byte[] wrapped) {
        tx.handle()
                .createUpdate(
                        "insert into attachment_key (attachment_id, holder_id, wrapped) values (:id, :holder, :wrapped)")
                .bind("id", id)
                .bind("holder", holder)
                .bind("wrapped", wrapped)
                .execute();
    }

    Optional<AttachmentState> findState(Transaction tx, UUID id, OrganizationNumber sender) {
        return tx.handle()
                .createQuery("select scan from attachment where id = :id and organization = :organization")
                .bind("id", id)
                .bind("organization", sender.value())
                .mapTo(AttachmentState.class)
                .findOne();
    }

    Optional<Announced> findAnnounced(Transaction tx, UUID id, OrganizationNumber sender, UUID holder) {
        return tx.handle()
                .createQuery("""
                        select * from attachment join attachment_key on attachment_id = id and holder_id = :holder
                        where id = :id and organization = :organization""")
                .bind("id", id)
                .bind("organization", sender.value())
                .bind("holder", holder)
                .map(ANNOUNCED)
                .findOne();
    }

    /** Keeps others from uploading them, sending them or recording a verdict on them. Locked in one order: letters may share. */
    List<Announced> lock(Transaction tx, Collection<UUID> ids, OrganizationNumber sender, UUID holder) {
        return tx.handle()
                .createQuery("""
                        select * from attachment join attachment_key on attachment_id = id and holder_id = :holder
                        where id = any (:ids) and organization = :organization order by id for update of attachment""")
                .bindArray("ids", UUID.class, ids)
                .bind("organization", sender.value())
                .bind("holder", holder)
                .map(ANNOUNCED)
                .list();
    }

    void insertChunk(Transaction tx, UUID id, int number, byte[] ciphertext) {
        tx.handle()
                .createUpdate("""
                        insert into attachment_chunk (attachment_id, number, ciphertext)
                        values (:id, :number, :ciphertext)""")
                .bind("id", id)
                .bind("number", number)
                .bind("ciphertext", ciphertext)
                .execute();
    }

    Optional<byte[]> findChunk(Transaction tx, UUID id, int number) {
        return tx.handle()
                .createQuery("select ciphertext from attachment_chunk where attachment_id = :id and number = :number")
                .bind("id", id)
                .bind("number", number)
                .mapTo(byte[].class)
                .findOne();
    }

    void uploaded(Transaction tx, UUID id, Instant at) {
        tx.handle()
                .createUpdate("update attachment set uploaded_at = :at, scan_due_at = :at where id = :id")
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    void attach(Transaction tx, UUID messageId, List<UUID> ids) {
        tx.handle()
                .createUpdate("""
                        update attachment set message_id = :message, position = named.position
                        from unnest(:ids) with ordinality named (id, position) where attachment.id = named.id""")
                .bind("message", messageId)
                .bindArray("ids", UUID.class, ids)
                .execute();
    }

    /** What this holder may read, in the letter's order: nothing that is not clean. */
    List<ForReader> findReadable(Transaction tx, UUID messageId, UUID holder) {
        return tx.handle()
                .createQuery("""
                        select * from attachment join attachment_key on attachment_id = id and holder_id = :holder
                        where message_id = :message and scan = 'CLEAN' order by position""")
                .bind("holder", holder)
                .bind("message", messageId)
                .map(FOR_READER)
                .list();
    }

    Map<UUID, ScanState> scans(Transaction tx, Collection<UUID> messageIds) {
        return tx
                .handle()
                .createQuery("""
                        select message_id,
                            case when bool_or(scan = 'INFECTED') then 'INFECTED'
                                when bool_and(scan = 'CLEAN') then 'CLEAN' else 'PENDING' end as scan
                        from attachment where message_id = any (:messages) group by message_id""")
                .bindArray("messages", UUID.class, messageIds)
                .map((row, context) ->
                        Map.entry(row.getObject("message_id", UUID.class), ScanState.valueOf(row.getString("scan"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int deleteUnsent(Transaction tx, Instant createdBefore, int atMost) {
        return tx.handle()
                .createUpdate("""
                        delete from attachment where id in (
                            select id from attachment where message_id is null and created_at < :before
                            order by created_at limit :atMost for update skip locked)""")
                .bind("before", createdBefore)
                .bind("atMost", atMost)
                .execute();
    }

    /** An attachment as its sender announced it, with the key as wrapped for the sender. */
    record Announced(
            UUID id,
            @Nullable UUID messageId,
            AttachmentState scan,
            AttachmentType contentType,
            long size,
            String sha256,
            byte[] wrapped) {}

    /** A clean attachment, with the key as wrapped for the reader. */
    record ForReader(UUID id, byte[] fileName, AttachmentType contentType, long size, String sha256, byte[] wrapped) {}
}
