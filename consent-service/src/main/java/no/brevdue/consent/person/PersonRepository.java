package no.brevdue.consent.person;

import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.platform.database.Transaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PersonRepository {

    /** Says everything, and therefore ends a doubt. A late fact changes nothing. */
    void save(Transaction tx, UUID personId, long version, PersonFacts facts) {
        int kept = tx.handle()
                .createUpdate("""
                        insert into person (person_id, version, in_doubt, birth_date, deceased, address_protected,
                            reads_own_from)
                        values (:person, :version, false, :birth_date, :deceased, :address_protected, :reads_own_from)
                        on conflict (person_id) do update set version = excluded.version, in_doubt = false,
                            birth_date = excluded.birth_date, deceased = excluded.deceased,
                            address_protected = excluded.address_protected, reads_own_from = excluded.reads_own_from
                        where person.version <= excluded.version""")
                .bind("person", personId)
                .bind("version", version)
                .bind("birth_date", facts.birthDate())
                .bind("deceased", facts.deceased())
                .bind("address_protected", facts.addressProtected())
                .bind("reads_own_from", facts.plan().readsOwnFrom())
                .execute();
        if (kept == 1) {
            replace(tx, personId, facts.plan().representations());
        }
    }

    /** Something that does not matter here has changed; a jump means that something in between is missing. */
    void passed(Transaction tx, UUID personId, long version) {
        tx.handle()
                .createUpdate("""
                        update person set version = :version, in_doubt = in_doubt or :version > version + 1
                        where person_id = :person and version < :version""")
                .bind("person", personId)
                .bind("version", version)
                .execute();
    }

    /** The worker role alone may ask. */
    Optional<Person> byAlias(Transaction tx, UUID alias) {
        return tx.handle()
                .createQuery("""
                        select p.*, p.in_doubt or exists (
                            select from parked_key k
                            where k.topic = 'identity.events.v1' and k.key = p.person_id::text) as doubtful
                        from person p where person_id = person_of(:alias)""")
                .bind("alias", alias)
                .map((row, context) -> new Person(
                        row.getObject("birth_date", LocalDate.class),
                        row.getBoolean("deceased"),
                        row.getBoolean("address_protected"),
                        row.getBoolean("doubtful"),
                        row.getObject("reads_own_from", LocalDate.class),
                        representations(tx, row.getObject("person_id", UUID.class))))
                .findOne();
    }

    /** One alias of somebody known here; the worker role alone may ask. */
    Optional<UUID> alias(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("select alias from alias_link where person_id = :person order by alias limit 1")
                .bind("person", person)
                .mapTo(UUID.class)
                .findOne();
    }

    private static List<Representation> representations(Transaction tx, UUID person) {
        return tx.handle()
                .createQuery("""
                        select representative, kind, extent, scope, from_date, until_date
                        from representation where person_id = :person order by position""")
                .bind("person", person)
                .map((row, context) -> new Representation(
                        row.getObject("representative", UUID.class),
                        RepresentationKind.valueOf(row.getString("kind")),
                        RepresentationExtent.valueOf(row.getString("extent")),
                        RepresentationScope.valueOf(row.getString("scope")),
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("until_date", LocalDate.class)))
                .list();
    }

    private static void replace(Transaction tx, UUID person, List<Representation> representations) {
        tx.handle()
                .createUpdate("delete from representation where person_id = :person")
                .bind("person", person)
                .execute();
        var batch = tx.handle().prepareBatch("""
                        insert into representation
                            (person_id, position, representative, kind, extent, scope, from_date, until_date)
                        values (:person, :position, :representative, :kind, :extent, :scope, :from, :until)""");
        for (int position = 0; position < representations.size(); position++) {
            batch.bind("person", person)
                    .bind("position", position)
                    .bindMethods(representations.get(position))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
