package no.brevdue.audit.access;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DeathRepository {

    /** A late fact changes nothing. */
    void save(Transaction tx, UUID person, long version, boolean deceased) {
        tx.handle()
                .createUpdate("""
                        insert into person_death (person_id, version, deceased) values (:person, :version, :deceased)
                        on conflict (person_id) do update set version = excluded.version, deceased = excluded.deceased
                        where person_death.version <= excluded.version""")
                .bind("person", person)
                .bind("version", version)
                .bind("deceased", deceased)
                .execute();
    }

    /** The worker role alone may ask. */
    boolean isReported(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("""
                        select exists (select from person_death where person_id = person_of(:alias) and deceased)""")
                .bind("alias", alias)
                .mapTo(Boolean.class)
                .one();
    }
}
