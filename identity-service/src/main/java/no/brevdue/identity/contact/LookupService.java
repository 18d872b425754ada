package no.brevdue.identity.contact;

import no.brevdue.identity.contact.ContactAnswers.ContactAnswer;
import no.brevdue.identity.contact.LetterReaders.Circle;
import no.brevdue.identity.person.Person;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks up contact points just in time: asked for again when they have grown old, and audited. */
@ApplicationScoped
class LookupService {

    private final Database database;
    private final ContactService contacts;
    private final RefreshService refreshes;
    private final LetterReaders readers;
    private final AuditTrail audit;

    LookupService(
            Database database,
            ContactService contacts,
            RefreshService refreshes,
            LetterReaders readers,
            AuditTrail audit) {
        this.database = database;
        this.contacts = contacts;
        this.refreshes = refreshes;
        this.readers = readers;
        this.audit = audit;
    }

    /**
     * How to reach the readers of each letter: the first who can be reached, and with them the others who can. While the
     * register is away the last answer serves, and says how old it is.
     */
    List<ContactAnswer> lookUp(List<AddressedLetter> letters, LookupPurpose purpose, Caller caller) {
        List<UUID> stale = new ArrayList<>();
        Optional<List<ContactAnswer>> fresh = database.asWorker(tx -> {
            Concerned concerned = concerned(tx, letters);
            concerned.circles().values().stream()
                    .flatMap(Circle::reached)
                    .distinct()
                    .filter(one -> contacts.isStale(concerned.of(one)))
                    .forEach(stale::add);
            return stale.isEmpty() ? Optional.of(read(tx, concerned, letters, purpose, caller)) : Optional.empty();
        });
        return fresh.orElseGet(() -> {
            refreshes.now(stale);
            return database.asWorker(tx -> read(tx, concerned(tx, letters), letters, purpose, caller));
        });
    }

    /** Whom the letters concern, and what is kept of them all. */
    private record Concerned(Map<AddressedLetter, Circle> circles, Map<UUID, KeptContact> kept) {

        KeptContact of(UUID person) {
            return Objects.requireNonNull(kept.get(person));
        }

        /** Whose contact points are read for a letter, by an alias that leads to their own log. */
        Map<UUID, UUID> read(AddressedLetter letter) {
            Circle circle = circles.get(letter);
            if (circle == null) {
                return Map.of();
            }
            Map<UUID, UUID> read = new LinkedHashMap<>();
            read.put(letter.alias(), circle.person().id());
            circle.told().forEach((alias, reader) -> read.put(alias, reader.id()));
            return read;
        }
    }

    private Concerned concerned(Transaction tx, List<AddressedLetter> letters) {
        Map<AddressedLetter, Circle> circles = readers.of(tx, letters);
        List<UUID> people =
                circles.values().stream().flatMap(Circle::people).distinct().toList();
        return new Concerned(circles, contacts.of(tx, people));
    }

    private List<ContactAnswer> read(
            Transaction tx, Concerned concerned, List<AddressedLetter> letters, LookupPurpose purpose, Caller caller) {
        audit.recordAll(
                tx,
                letters.stream()
                        .flatMap(letter -> concerned.read(letter).entrySet().stream())
                        .map(read -> AuditEntry.by(caller)
                                .did("contact-points-read")
                                .to("person", read.getValue())
                                .of(read.getKey())
                                .because(purpose.code()))
                        .toList());
        return letters.stream()
                .map(letter -> {
                    Circle circle = concerned.circles().get(letter);
                    return new ContactAnswer(letter.alias(), circle == null ? null : points(concerned, circle));
                })
                .toList();
    }

    private ContactPoints points(Concerned concerned, Circle circle) {
        Set<String> taboo = new HashSet<>();
        circle.excluded().forEach(parent -> taboo.addAll(contacts.addresses(concerned.of(parent))));
        List<ContactPoints> points = circle.told().values().stream()
                .map(reader ->
                        contacts.usable(reader, concerned.of(reader.id())).without(taboo))
                .toList();
        List<ContactPoints> reached = distinct(points);
        if (!reached.isEmpty()) {
            return reached.getFirst().with(reached.subList(1, reached.size()));
        }
        Person person = circle.person();
        return points.isEmpty() ? contacts.none(person, concerned.of(person.id())) : points.getFirst();
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
