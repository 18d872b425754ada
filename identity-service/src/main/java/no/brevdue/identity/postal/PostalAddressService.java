package no.brevdue.identity.postal;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.population.PopulationRegisterClient;
import no.brevdue.identity.population.PostalAddress;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.identity.representation.Secrecy;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks the register just in time. Nothing is posted to a protected address, to the dead, or to a home whose parents may not
 * know of the letter: because of the child's age, of a clinic's block or of the child's objection.
 */
@ApplicationScoped
class PostalAddressService {

    private static final Duration COME_BACK = Duration.ofMinutes(1);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** From twelve to sixteen a letter can be hidden from the parents, who live at the same address. */
    private static final int HIDDEN_FROM = 12;

    private static final int OWN_HOME_FROM = 16;

    private final Database database;
    private final PersonService persons;
    private final Secrecy secrecy;
    private final PopulationRegisterClient register;
    private final AuditTrail audit;
    private final Clock clock;

    PostalAddressService(
            Database database,
            PersonService persons,
            Secrecy secrecy,
            PopulationRegisterClient register,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.secrecy = secrecy;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    PostalAddress lookUp(UUID alias, PostalAddressResource.PostalPurpose purpose, Caller caller) {
        NationalIdentityNumber number = database.asWorker(tx -> {
                    Optional<Person> found = persons.find(tx, alias);
                    found.ifPresent(person -> audit.record(
                            tx,
                            AuditEntry.by(caller)
                                    .did("postal-address-read")
                                    .to("person", person.id())
                                    .of(alias)
                                    .because(purpose.toString())));
                    return found.filter(person -> mayBePostedTo(tx, person))
                            .map(person -> persons.number(tx, person.id()));
                })
                .orElseThrow(PostalAddressService::none);
        try {
            return register.address(number).orElseThrow(PostalAddressService::none);
        } catch (RegisterUnavailableException away) {
            throw PostalProblem.REGISTER_AWAY
                    .because("The register does not answer.")
                    .retryAfter(COME_BACK);
        }
    }

    private boolean mayBePostedTo(Transaction tx, Person person) {
        return !person.deceased() && !person.addressProtected() && mayHomeKnow(tx, person);
    }

    private boolean mayHomeKnow(Transaction tx, Person person) {
        int age = Period.between(person.birthDate(), LocalDate.ofInstant(clock.instant(), OSLO))
                .getYears();
        return age >= OWN_HOME_FROM || (age < HIDDEN_FROM && !secrecy.isOrdered(tx, person.id()));
    }

    private static ProblemException none() {
        return PostalProblem.NO_POSTAL_ADDRESS.because("Nothing can be posted to this person.");
    }
}
