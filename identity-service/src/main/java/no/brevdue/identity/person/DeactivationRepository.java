package no.brevdue.identity.person;

import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
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

    Set<UUID> among(Transaction tx, Collection<UUID> people) {
        return tx.handle()
                .createQuery("select person_id from deactivation where person_id = any(:people)")
                .bindArray("people", UUID.class, people)
                .mapTo(UUID.class)
                .set();
    }

    Optional<Instant> since(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select since from deactivation where person_id = :person")
                .bind("person", person)
                .mapTo(Instant.class)
                .findOne();
    }
}
