package no.brevdue.identity.person;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DeactivationRepository {

    boolean add(Transaction tx, UUID person, Instant now) {
        return tx.handle()
                        .createUpdate("""
                                insert into deactivation (person_id, since) values (:person, :now)
                                on conflict do nothing""")
                        .bind("person", person)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    boolean remove(Transaction tx, UUID person) {
        return tx.handle()
                        .createUpdate("delete from deactivation where person_id = :person")
                        .bind("person", person)
                        .execute()
                == 1;
    }

    Optional<Instant> since(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select since from deactivation where person_id = :person")
                .bind("person", person)
                .mapTo(Instant.class)
                .findOne();
    }
}
