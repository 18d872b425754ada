package no.brevdue.mailbox.supplier;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SupplierRepository {

    /** Registering twice is once. */
    void register(Transaction tx, String organization, String supplier, Instant now) {
        tx.handle()
                .createUpdate("""
                        insert into supplier_registration (organization, supplier, since, since_serial)
                        select :organization, :supplier, :now, coalesce(max(serial), 0)
                        from feed_entry where stream = :organization and serial is not null
                        on conflict (organization, supplier) where ended_at is null do nothing""")
                .bind("organization", organization)
                .bind("supplier", supplier)
                .bind("now", now)
                .execute();
    }

    void end(Transaction tx, String organization, String supplier, Instant now) {
        tx.handle()
                .createUpdate("""
                        update supplier_registration set ended_at = :now
                        where organization = :organization and supplier = :supplier and ended_at is null""")
                .bind("organization", organization)
                .bind("supplier", supplier)
                .bind("now", now)
                .execute();
    }
}
