package no.brevdue.mailbox.archive;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ArchiveRepository {

    /** Filing twice is once. */
    void file(Transaction tx, UUID delivery, UUID alias, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into archived_letter (delivery_id, alias, archived_at) values (:delivery, :alias, :now)
                        on conflict do nothing""")
                .bind("delivery", delivery)
                .bind("alias", alias)
                .bind("now", now)
                .execute();
    }

    void takeOut(Transaction tx, UUID delivery) {
        tx.handle()
                .createUpdate("delete from archived_letter where delivery_id = :delivery")
                .bind("delivery", delivery)
                .execute();
    }
}
