package no.brevdue.mailbox.holder;

import no.brevdue.platform.database.Transaction;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class HolderRepository {

    Optional<StoredHolder> find(Transaction tx, HolderName name) {
        return tx.handle()
                .createQuery("select id, keyset from holder where kind = :kind and name = :name")
                .bind("kind", name.kind())
                .bind("name", name.value())
                .map((row, context) -> new StoredHolder(row.getObject("id", UUID.class), row.getBytes("keyset")))
                .findOne();
    }

    /** The first one wins; false for whoever comes second, and reads it back. */
    boolean insert(Transaction tx, HolderName name, StoredHolder holder) {
        return tx.handle()
                        .createUpdate("""
                        insert into holder (id, kind, name, keyset) values (:id, :kind, :name, :keyset)
                        on conflict (kind, name) do nothing""")
                        .bind("id", holder.id())
                        .bind("kind", name.kind())
                        .bind("name", name.value())
                        .bind("keyset", holder.keyset())
                        .execute()
                == 1;
    }

    record StoredHolder(UUID id, byte[] keyset) {}
}
