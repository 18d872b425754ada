package no.brevdue.mailbox.attachment;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** The queue of the malware scanner. */
@ApplicationScoped
class ScanRepository {

    private static final RowMapper<Waiting> WAITING = RecordMapper.of(Waiting.class);
    private static final RowMapper<Judged> JUDGED = RecordMapper.of(Judged.class);
    private static final RowMapper<Backlog> BACKLOG = RecordMapper.of(Backlog.class);

    /** Takes one that is due, and makes it due again at {@code next}, in case that nobody comes back. */
    Optional<Waiting> claim(Transaction tx, Instant now, Instant next) {
        return tx.handle()
                .createQuery("""
                        update attachment set scan_due_at = :next, scan_attempts = scan_attempts + 1
                        where id = (
                            select id from attachment where scan = 'PENDING' and scan_due_at <= :now
                            order by scan_due_at limit 1 for update skip locked)
                        returning id, organization, scan_attempts""")
                .bind("now", now)
                .bind("next", next)
                .map(WAITING)
                .findOne();
    }

    Optional<byte[]> findKey(Transaction tx, UUID id, UUID holder) {
        return tx.handle()
                .createQuery("select wrapped from attachment_key where attachment_id = :id and holder_id = :holder")
                .bind("id", id)
                .bind("holder", holder)
                .mapTo(byte[].class)
                .findOne();
    }

    /** The first verdict stands. Present if this is it. */
    Optional<Judged> judge(Transaction tx, UUID id, AttachmentState verdict) {
        return tx.handle()
                .createQuery("""
                        update attachment set verdict = :verdict, scan_due_at = null where id = :id and scan = 'PENDING'
                        returning message_id""")
                .bind("id", id)
                .bind("verdict", verdict)
                .map(JUDGED)
                .findOne();
    }

    void postpone(Transaction tx, UUID id, Instant next) {
        tx.handle()
                .createUpdate("update attachment set scan_due_at = :next where id = :id and scan = 'PENDING'")
                .bind("id", id)
                .bind("next", next)
                .execute();
    }

    Backlog backlog(Transaction tx) {
        return tx.handle()
                .createQuery(
                        "select count(*) as waiting, min(uploaded_at) as oldest from attachment where scan = 'PENDING'")
                .map(BACKLOG)
                .one();
    }

    record Waiting(UUID id, String organization, int scanAttempts) {}

    /** The letter that waits for the verdict, if the attachment has been sent already. */
    record Judged(@Nullable UUID messageId) {}

    record Backlog(long waiting, @Nullable Instant oldest) {}
}
