package no.brevdue.mailbox.refusal;

import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ForeignLetterRepository {

    /** The letter with this id, its own or one of a delivery or a reply, unless one of these has part in it. */
    Optional<ForeignLetter> find(Transaction tx, UUID id, Collection<UUID> aliases, String organization) {
        return tx.handle()
                .createQuery("""
                        select m.subject, m.sender from message m
                        where m.id = coalesce(
                                (select d.message_id from delivery d where d.id = :id),
                                (select r.message_id from reply r where r.id = :id), :id)
                            and m.subject <> all (:aliases) and m.sender <> :organization
                            and not exists (
                                select from delivery d
                                where d.message_id = m.id and d.organization = :organization)""")
                .bind("id", id)
                .bindArray("aliases", UUID.class, aliases)
                .bind("organization", organization)
                .map(RecordMapper.of(ForeignLetter.class))
                .findOne();
    }

    /** Whether the caller's organisation has part in it, and the person denies the caller nothing. */
    boolean isVisible(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery(
                        "select exists (select from delivery where id = :id) or exists (select from message where id = :id)"
                                + " or exists (select from reply where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }
}
