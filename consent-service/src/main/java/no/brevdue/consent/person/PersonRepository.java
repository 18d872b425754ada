package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.platform.database.RecordMapper;
import no.brevdue.platform.database.Transaction;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PersonRepository {

    /** A late fact changes nothing. */
    void save(Transaction tx, UUID personId, long version, PersonFacts facts) {
        tx.handle()
                .createUpdate("""
                        insert into person (person_id, version, birth_date, deceased)
                        values (:person, :version, :birth_date, :deceased)
                        on conflict (person_id) do update set version = excluded.version,
                            birth_date = excluded.birth_date, deceased = excluded.deceased
                        where person.version < excluded.version""")
                .bind("person", personId)
                .bind("version", version)
                .bind("birth_date", facts.birthDate())
                .bind("deceased", facts.deceased())
                .execute();
    }

    Optional<Person> byAlias(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("select birth_date, deceased from person where person_id = person_of(:alias)")
                .bind("alias", alias)
                .map(RecordMapper.of(Person.class))
                .findOne();
    }
}
