package no.brevdue.identity.representation;

import no.brevdue.platform.database.Transaction;

import java.time.LocalDate;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class WarningRepository {

    /** False if that person was told of it before. */
    boolean add(Transaction tx, UUID person, LocalDate changesOn, UUID told) {
        return tx.handle()
                        .createUpdate("""
                                insert into change_warning (person_id, changes_on, told) values (:person, :on, :told)
                                on conflict do nothing""")
                        .bind("person", person)
                        .bind("on", changesOn)
                        .bind("told", told)
                        .execute()
                == 1;
    }
}
