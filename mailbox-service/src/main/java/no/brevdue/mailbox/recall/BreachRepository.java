package no.brevdue.mailbox.recall;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class BreachRepository {

    private static final int LATEST = 100;
    private static final String SELECT =
            "select id, message_id, organization, cause, reason, aware_at, started_at from breach ";

    /** False if it was noted before. Names no columns in its conflict: a reader may report a breach and see none. */
    boolean insert(Transaction tx, Breach breach) {
        return tx.handle().createUpdate("""
                                insert into breach (id, message_id, organization, cause, reason, aware_at, started_at)
                                values (:id, :messageId, :organization, :cause, :reason, :awareAt, :startedAt)
                                on conflict do nothing""").bindMethods(breach).execute() == 1;
    }

    Optional<Breach> find(Transaction tx, UUID id, String organization) {
        return tx.handle()
                .createQuery(SELECT + "where id = :id and organization = :organization")
                .bind("id", id)
                .bind("organization", organization)
                .map(RecordMapper.of(Breach.class))
                .findOne();
    }

    List<Breach> latest(Transaction tx, String organization) {
        return tx.handle()
                .createQuery(
                        SELECT + "where organization = :organization order by started_at desc, id desc limit :limit")
                .bind("organization", organization)
                .bind("limit", LATEST)
                .map(RecordMapper.of(Breach.class))
                .list();
    }

    Readers readers(Transaction tx, UUID messageId) {
        return new Readers(
                tx.handle()
                        .createQuery("""
                                select r.delivery_id, r.reader, r.role, r.at
                                from letter_reader r join delivery d on d.id = r.delivery_id
                                where d.message_id = :message order by r.at, r.reader""")
                        .bind("message", messageId)
                        .map(RecordMapper.of(Readers.Reader.class))
                        .list(),
                tx.handle()
                        .createQuery("""
                                select a.delivery_id, a.reader
                                from attachment_download a join delivery d on d.id = a.delivery_id
                                where d.message_id = :message""")
                        .bind("message", messageId)
                        .map(RecordMapper.of(Readers.Download.class))
                        .list());
    }

    int attachments(Transaction tx, UUID messageId) {
        return tx.handle()
                .createQuery("select count(*) from attachment where message_id = :message")
                .bind("message", messageId)
                .mapTo(Integer.class)
                .one();
    }
}
