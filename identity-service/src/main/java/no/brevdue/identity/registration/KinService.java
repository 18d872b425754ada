package no.brevdue.identity.registration;

import no.brevdue.identity.family.Guardianship;
import no.brevdue.identity.family.ParentalResponsibility;
import no.brevdue.identity.family.Relations;
import no.brevdue.identity.krr.ContactData;
import no.brevdue.identity.krr.KrrClient;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.population.PopulationAnswer;
import no.brevdue.identity.population.PopulationRecord;
import no.brevdue.identity.population.PopulationRegisterClient;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * People whom the population register names by number alone, such as a child's parents. They become persons before anything
 * is said of the one they belong to, so that they can act for them from the first letter on.
 */
@ApplicationScoped
public class KinService {

    private static final Logger LOGGER = Logger.getLogger(KinService.class);

    private final Database database;
    private final PersonService persons;
    private final PopulationRegisterClient register;
    private final KrrClient krr;
    private final Enrolment enrolment;
    private final Aliases aliases;
    private final Clock clock;

    KinService(
            Database database,
            PersonService persons,
            PopulationRegisterClient register,
            KrrClient krr,
            Enrolment enrolment,
            Aliases aliases,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.register = register;
        this.krr = krr;
        this.enrolment = enrolment;
        this.aliases = aliases;
        this.clock = clock;
    }

    /**
     * Whoever has these numbers. Somebody the register knows nothing of is empty; somebody of whom nothing can be said while
     * a register is away is missing. Asks registers, so no transaction is open meanwhile.
     */
    public Map<NationalIdentityNumber, Optional<UUID>> known(Collection<NationalIdentityNumber> numbers) {
        Map<NationalIdentityNumber, Optional<UUID>> known = new HashMap<>();
        if (numbers.isEmpty()) {
            return known;
        }
        Map<NationalIdentityNumber, UUID> met = database.asWorker(tx -> persons.known(tx, numbers));
        met.forEach((number, id) -> known.put(number, Optional.of(id)));
        Set<NationalIdentityNumber> strangers = new LinkedHashSet<>(numbers);
        strangers.removeAll(met.keySet());
        if (!strangers.isEmpty()) {
            enrol(strangers, known);
        }
        return known;
    }

    /** What a record says of relations, once everybody in it is known; empty while that cannot be said of somebody. */
    public static Optional<Relations> relations(
            PopulationRecord record, Map<NationalIdentityNumber, Optional<UUID>> known) {
        if (!known.keySet().containsAll(record.kin())) {
            return Optional.empty();
        }
        Map<UUID, ParentalResponsibility> parents = new HashMap<>();
        record.responsible()
                .forEach(responsible -> id(known, responsible.number())
                        .ifPresent(id -> parents.merge(id, responsible.kind(), KinService::agreed)));
        Set<Guardianship> guardianships = new HashSet<>();
        record.guardians()
                .forEach(guardian -> id(known, guardian.number())
                        .ifPresent(id -> guardianships.add(new Guardianship(id, guardian.type(), guardian.scope()))));
        return Optional.of(new Relations(parents, guardianships, record.homes()));
    }

    /** What the register says in two ways it does not say. */
    private static ParentalResponsibility agreed(ParentalResponsibility one, ParentalResponsibility other) {
        return one == other ? one : ParentalResponsibility.UNKNOWN;
    }

    private static Optional<UUID> id(Map<NationalIdentityNumber, Optional<UUID>> known, NationalIdentityNumber number) {
        return known.getOrDefault(number, Optional.empty());
    }

    private void enrol(Set<NationalIdentityNumber> strangers, Map<NationalIdentityNumber, Optional<UUID>> known) {
        Instant asked = clock.instant();
        Map<NationalIdentityNumber, PopulationRecord> records = new HashMap<>();
        register.find(strangers).forEach((number, answer) -> {
            switch (answer) {
                case PopulationAnswer.Known(PopulationRecord record) -> records.put(number, record);
                case PopulationAnswer.Nobody nobody -> {
                    LOGGER.warn("The population register names somebody it does not know");
                    known.put(number, Optional.empty());
                }
                case PopulationAnswer.Away away -> {}
            }
        });
        Map<NationalIdentityNumber, ContactData> contacts = contactData(records.keySet());
        records.forEach((number, record) -> {
            ContactData contact = contacts.get(number);
            if (contact != null) {
                known.put(
                        number,
                        Optional.of(enrol(
                                number,
                                new Answers(record, alone(record), record.kin().isEmpty(), contact, asked))));
            }
        });
    }

    private UUID enrol(NationalIdentityNumber number, Answers answers) {
        return database.asWorker(tx -> enrolment.enrol(tx, number, aliases.alias(number), answers, "representation"));
    }

    /** Their own relations come when the register is asked again: nobody's letter waits for those. */
    private static Relations alone(PopulationRecord record) {
        return new Relations(Map.of(), Set.of(), record.homes());
    }

    private Map<NationalIdentityNumber, ContactData> contactData(Set<NationalIdentityNumber> numbers) {
        try {
            return numbers.isEmpty() ? Map.of() : krr.ask(numbers);
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf(away, "Somebody's kin waits for the contact register: %d", numbers.size());
            return Map.of();
        }
    }
}
