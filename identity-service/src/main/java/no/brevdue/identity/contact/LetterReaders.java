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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    /**
     * Whom a letter concerns.
     *
     * @param told who may read it, by an alias under which their own log shows what was done
     * @param excluded parents who may not: what they can be reached by tells nobody of it
     */
    record Circle(Person person, Map<UUID, Person> told, List<UUID> excluded) {

        /** Those whose addresses are looked at. */
        Stream<UUID> reached() {
            return Stream.concat(told.values().stream().map(Person::id), excluded.stream());
        }

        Stream<UUID> people() {
            return Stream.concat(Stream.of(person.id()), reached());
        }
    }

    /** The circles of letters to people who are known; the others have none. */
    Map<AddressedLetter, Circle> of(Transaction tx, Collection<AddressedLetter> letters) {
        Map<UUID, Person> people = persons.find(
                tx, letters.stream().map(AddressedLetter::alias).distinct().toList());
        Map<UUID, Person> representatives = persons.find(
                tx,
                people.values().stream()
                        .flatMap(this::representatives)
                        .distinct()
                        .toList());
        Map<UUID, Set<UUID>> parents = families.parents(
                tx, people.values().stream().map(Person::id).distinct().toList());
        Map<AddressedLetter, Circle> circles = new LinkedHashMap<>();
        for (AddressedLetter letter : letters) {
            Person person = people.get(letter.alias());
            if (person != null) {
                Map<UUID, Person> told = told(letter, person, representatives);
                circles.put(
                        letter, new Circle(person, told, excluded(parents.getOrDefault(person.id(), Set.of()), told)));
            }
        }
        return circles;
    }

    private Stream<UUID> representatives(Person person) {
        return person.plan().readsOwnOn(today())
                ? Stream.empty()
                : person.plan().representations().stream().map(Representation::representative);
    }

    private Map<UUID, Person> told(AddressedLetter letter, Person person, Map<UUID, Person> representatives) {
        LocalDate today = today();
        if (person.plan().readsOwnOn(today)) {
            return Map.of(letter.alias(), person);
        }
        Map<UUID, Person> told = new LinkedHashMap<>();
        person.plan().representations().stream()
                .filter(right ->
                        right.holdsOn(today) && right.opens(letter.parentVisibility() == ParentVisibility.VISIBLE))
                .map(Representation::representative)
                .forEach(alias -> {
                    Person reader = representatives.get(alias);
                    if (reader != null && !told.containsValue(reader)) {
                        told.put(alias, reader);
                    }
                });
        return told;
    }

    private static List<UUID> excluded(Set<UUID> parents, Map<UUID, Person> told) {
        return parents.stream()
                .filter(parent ->
                        told.values().stream().noneMatch(reader -> reader.id().equals(parent)))
                .toList();
    }

    private LocalDate today() {
        return NorwegianDay.of(clock.instant());
    }
}
