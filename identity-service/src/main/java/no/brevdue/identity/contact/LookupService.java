package no.brevdue.identity.contact;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        List<UUID> stale = new ArrayList<>();
        Optional<ContactPoints> fresh = database.asWorker(tx -> {
            Circle circle = circle(tx, alias, letter);
            circle.people().filter(one -> contacts.isStale(tx, one)).forEach(stale::add);
            return stale.isEmpty() ? Optional.of(read(tx, circle, alias, purpose, caller)) : Optional.empty();
        });
        return fresh.orElseGet(() -> {
            refreshes.now(stale);
            return database.asWorker(tx -> read(tx, circle(tx, alias, letter), alias, purpose, caller));
        });
    }

    /**
     * Whom a letter concerns.
     *
     * @param told who may read it
     * @param excluded parents who may not
     */
    private record Circle(Person person, List<Person> told, List<UUID> excluded) {

        Stream<UUID> people() {
            return Stream.concat(told.stream().map(Person::id), excluded.stream())
                    .distinct();
        }
    }

    private Circle circle(Transaction tx, UUID alias, ParentVisibility letter) {
        Person person = persons.find(tx, alias)
                .orElseThrow(() -> ContactProblem.NO_SUCH_ALIAS.because("Nobody is registered under this alias."));
        List<Person> told = readers.of(tx, person, letter);
        return new Circle(person, told, readers.excluded(tx, person, told));
    }

    private ContactPoints read(Transaction tx, Circle circle, UUID alias, LookupPurpose purpose, Caller caller) {
        Person person = circle.person();
        Set<String> taboo = contacts.addresses(tx, circle.excluded());
        List<ContactPoints> points = circle.told().stream()
                .map(reader -> contacts.usable(tx, reader).without(taboo))
                .toList();
        Stream.concat(Stream.of(person), circle.told().stream())
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
}
