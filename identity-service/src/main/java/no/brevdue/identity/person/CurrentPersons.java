package no.brevdue.identity.person;

import no.brevdue.contracts.Event;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.CurrentFacts;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Every person, with all that the other services may know of them. */
@ApplicationScoped
class CurrentPersons implements CurrentFacts {

    private final PersonRepository persons;

    CurrentPersons(PersonRepository persons) {
        this.persons = persons;
    }

    @Override
    public List<? extends Event> after(Transaction tx, String key, int limit) {
        return persons.shareAfter(tx, key, limit).stream()
                .map(person -> new PersonRestated(
                        person.id(), person.version(), persons.aliases(tx, person.id()), person.facts()))
                .toList();
    }
}
