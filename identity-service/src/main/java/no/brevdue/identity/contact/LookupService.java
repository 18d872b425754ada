package no.brevdue.identity.contact;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks up contact points just in time: asked for again when they have grown old, and audited. */
@ApplicationScoped
class LookupService {

    private final Database database;
    private final PersonService persons;
    private final ContactService contacts;
    private final RefreshService refreshes;
    private final LetterReaders readers;
    private final AuditTrail audit;

    LookupService(
            Database database,
            PersonService persons,
            ContactService contacts,
            RefreshService refreshes,
            LetterReaders readers,
            AuditTrail audit) {
        this.database = database;
        this.persons = persons;
        this.contacts = contacts;
        this.refreshes = refreshes;
        this.readers = readers;
        this.audit = audit;
    }

    /**
     * How to reach the readers of a letter to somebody: the first who can be reached, and with them the others who can. While
     * the register is away the last answer serves, and says how old it is.
     */
    ContactPoints lookUp(UUID alias, LookupPurpose purpose, ParentVisibility letter, Caller caller) {
        refreshes.now(database.asWorker(tx -> concerned(tx, require(tx, alias), letter).stream()
                .filter(person -> contacts.isStale(tx, person))
                .toList()));
        return database.asWorker(tx -> {
            Person person = require(tx, alias);
            List<Person> told = readers.of(tx, person, letter);
            Set<String> taboo = contacts.addresses(tx, readers.excluded(tx, person, told));
            List<ContactPoints> points = told.stream()
                    .map(reader -> contacts.usable(tx, reader).without(taboo))
                    .toList();
            Stream.concat(Stream.of(person), told.stream())
                    .distinct()
                    .forEach(read -> audit.record(
                            tx,
                            AuditEntry.by(caller)
                                    .did("contact-points-read")
                                    .to("person", read.id())
                                    .of(read.id().equals(person.id()) ? alias : persons.anyAlias(tx, read.id()))
                                    .because(purpose.code())));
            List<ContactPoints> reached = distinct(points);
            return reached.isEmpty()
                    ? points.isEmpty() ? contacts.none(tx, person) : points.getFirst()
                    : reached.getFirst().with(reached.subList(1, reached.size()));
        });
    }

    /** Parents who share an address are told there once. */
    private static List<ContactPoints> distinct(List<ContactPoints> points) {
        Set<String> seen = new HashSet<>();
        return points.stream()
                .filter(ContactPoints::reachesSomebody)
                .filter(point -> seen.add(
                        point.email() == null
                                ? String.valueOf(point.mobile())
                                : ContactPoints.comparable(point.email())))
                .toList();
    }

    private List<UUID> concerned(Transaction tx, Person person, ParentVisibility letter) {
        List<Person> told = readers.of(tx, person, letter);
        return Stream.concat(told.stream().map(Person::id), readers.excluded(tx, person, told).stream())
                .distinct()
                .toList();
    }

    private Person require(Transaction tx, UUID alias) {
        return persons.find(tx, alias)
                .orElseThrow(() -> ContactProblem.NO_SUCH_ALIAS.because("Nobody is registered under this alias."));
    }
}
