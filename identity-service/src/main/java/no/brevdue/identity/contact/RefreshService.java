package no.brevdue.identity.contact;

import no.brevdue.identity.krr.ContactData;
import no.brevdue.identity.krr.KrrClient;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks the contact register again, between transactions: a slow register must not hold a connection. Whoever could not be asked
 * about keeps their last answer, and is tried again when the claim runs out.
 */
@ApplicationScoped
class RefreshService {

    private static final Logger LOGGER = Logger.getLogger(RefreshService.class);

    /** Longer than any question may take; also the pause before somebody about whom the register was silent comes again. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Database database;
    private final PersonService persons;
    private final ContactService contacts;
    private final ContactRepository repository;
    private final KrrClient krr;
    private final RefreshConfig config;
    private final Clock clock;

    RefreshService(
            Database database,
            PersonService persons,
            ContactService contacts,
            ContactRepository repository,
            KrrClient krr,
            RefreshConfig config,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.contacts = contacts;
        this.repository = repository;
        this.krr = krr;
        this.config = config;
        this.clock = clock;
    }

    /** Asks about a few people, if any; if the register is away, the last answers stay. */
    void now(List<UUID> people) {
        if (!people.isEmpty()) {
            boolean unused = ask(database.asWorker(tx -> numbers(tx, people)), krr::askInHaste);
        }
    }

    /** Asks about those who were not asked about for longest; returns whether more are waiting and can be asked about. */
    boolean oldest() {
        Instant now = clock.instant();
        Instant before = now.minus(config.refreshAfter());
        Map<UUID, NationalIdentityNumber> outdated = database.asWorker(
                tx -> numbers(tx, repository.claimOutdated(tx, before, now, CLAIM, KrrClient.MOST_PERSONS)));
        return !outdated.isEmpty() && ask(outdated, krr::ask) && outdated.size() == KrrClient.MOST_PERSONS;
    }

    private Map<UUID, NationalIdentityNumber> numbers(Transaction tx, List<UUID> people) {
        Map<UUID, NationalIdentityNumber> numbers = new LinkedHashMap<>();
        people.forEach(person -> numbers.put(person, persons.number(tx, person)));
        return numbers;
    }

    /** False while the register is away. */
    private boolean ask(
            Map<UUID, NationalIdentityNumber> people,
            Function<Collection<NationalIdentityNumber>, Map<NationalIdentityNumber, ContactData>> question) {
        Instant asked = clock.instant();
        Map<NationalIdentityNumber, ContactData> told;
        try {
            told = question.apply(people.values());
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf(
                    away, "Contact data could not be refreshed, the last answers serve: persons=%d", people.size());
            return false;
        }
        people.forEach((person, number) -> {
            ContactData data = told.get(number);
            if (data != null) {
                database.asWorkerDo(tx -> contacts.keep(tx, person, data, asked));
            }
        });
        return true;
    }
}
