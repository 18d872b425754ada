package no.brevdue.identity.representation;

import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.identity.contact.ContactService;
import no.brevdue.identity.notice.NoticeService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.time.NorwegianDay;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells people weeks ahead that a birthday or the end of a power of attorney changes who reads: the person, and whoever acts
 * for them. It goes by the plan, so that it tells of nothing that a block hides; the mail says that something changes, and not
 * what. Whoever has no address is shown it when they log in.
 */
@ApplicationScoped
class WarningService {

    static final int WEEKS_AHEAD = 6;

    private static final int AT_ONCE = 50;

    private final Database database;
    private final PersonService persons;
    private final WarningRepository warnings;
    private final ContactService contacts;
    private final NoticeService notices;
    private final Clock clock;

    WarningService(
            Database database,
            PersonService persons,
            WarningRepository warnings,
            ContactService contacts,
            NoticeService notices,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.warnings = warnings;
        this.contacts = contacts;
        this.notices = notices;
        this.clock = clock;
    }

    /** True if more may be due. */
    boolean warn() {
        LocalDate today = NorwegianDay.of(clock.instant());
        return database.asWorker(tx -> {
            List<Person> due = persons.lockToWarn(tx, today, AT_ONCE);
            due.forEach(person -> {
                warn(tx, person, today);
                persons.warnAgain(tx, person.id(), nextLook(person.plan(), today));
            });
            return due.size() == AT_ONCE;
        });
    }

    private void warn(Transaction tx, Person person, LocalDate today) {
        Stream.concat(
                        ComingChange.ofPerson(person.id(), person.plan(), today).stream(),
                        ComingChange.ofPowers(person.id(), person.plan(), today).stream())
                .forEach(change -> tell(tx, change, person, today));
        representatives(tx, person)
                .forEach(representative -> ComingChange.forRepresentative(
                                person.id(), person.plan(), aliases(tx, representative), today)
                        .forEach(change -> tell(tx, change, representative, today)));
    }

    private Stream<Person> representatives(Transaction tx, Person person) {
        return person.plan().representations().stream()
                .map(Representation::representative)
                .distinct()
                .flatMap(alias -> persons.find(tx, alias).stream());
    }

    private Collection<UUID> aliases(Transaction tx, Person person) {
        return persons.aliases(tx, person.id());
    }

    private void tell(Transaction tx, ComingChange change, Person told, LocalDate today) {
        if (change.on().isAfter(today.plusWeeks(WEEKS_AHEAD))) {
            return;
        }
        contacts.email(tx, told)
                .filter(address -> warnings.add(tx, Objects.requireNonNull(change.personId()), change.on(), told.id()))
                .ifPresent(address -> notices.tellOfReaders(tx, told.id(), persons.anyAlias(tx, told.id()), address));
    }

    /** When the first change comes near that is not near yet; nothing if the plan ends before. */
    private static @Nullable LocalDate nextLook(ReadingPlan plan, LocalDate today) {
        return Stream.concat(
                        Stream.of(plan.readsOwnFrom()),
                        plan.representations().stream().map(Representation::until))
                .filter(Objects::nonNull)
                .map(day -> day.minusWeeks(WEEKS_AHEAD))
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
