package no.brevdue.consent.person;

import no.brevdue.platform.database.Transaction;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is known here. */
@ApplicationScoped
public class People {

    private final PersonRepository persons;

    People(PersonRepository persons) {
        this.persons = persons;
    }

    /** Empty until somebody has written to the person, since nothing is known of them before. */
    public Optional<Person> find(Transaction tx, UUID alias) {
        return persons.byAlias(tx, alias);
    }
}
