package no.brevdue.identity.contact;

import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.identity.family.Families;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is told of a letter: whoever may read it. From the day people read alone, they are told themselves and nobody else. */
@ApplicationScoped
class LetterReaders {

    private final PersonService persons;
    private final Families families;
    private final Clock clock;

    LetterReaders(PersonService persons, Families families, Clock clock) {
        this.persons = persons;
        this.families = families;
        this.clock = clock;
    }

    List<Person> of(Transaction tx, Person person, ParentVisibility letter) {
        LocalDate today = NorwegianDay.of(clock.instant());
        if (person.plan().readsOwnOn(today)) {
            return List.of(person);
        }
        return person.plan().representations().stream()
                .filter(right -> right.holdsOn(today) && right.opens(letter == ParentVisibility.VISIBLE))
                .map(Representation::representative)
                .distinct()
                .map(alias -> persons.find(tx, alias))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Parents who may not read it: what they can be reached by tells nobody of it. */
    List<UUID> excluded(Transaction tx, Person person, List<Person> readers) {
        return families.parents(tx, person.id()).stream()
                .filter(parent ->
                        readers.stream().noneMatch(reader -> reader.id().equals(parent)))
                .toList();
    }
}
