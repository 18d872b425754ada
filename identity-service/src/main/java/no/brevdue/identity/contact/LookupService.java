package no.brevdue.identity.contact;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.register.RegisterUnavailableException;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks up contact points just in time: asked for again when they have grown old, and audited. */
@ApplicationScoped
class LookupService {

    private static final Logger LOGGER = Logger.getLogger(LookupService.class);

    private final Database database;
    private final PersonService persons;
    private final ContactService contacts;
    private final KrrClient krr;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration maxAge;

    LookupService(
            Database database,
            PersonService persons,
            ContactService contacts,
            KrrClient krr,
            AuditTrail audit,
            Clock clock,
            @ConfigProperty(name = "brevdue.contact.max-age") Duration maxAge) {
        this.database = database;
        this.persons = persons;
        this.contacts = contacts;
        this.krr = krr;
        this.audit = audit;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /** While the register is away the last answer serves, and says how old it is. */
    ContactPoints lookUp(UUID alias, LookupPurpose purpose, Caller caller) {
        database.asWorker(tx -> outdated(tx, alias)).ifPresent(this::refresh);
        return database.asWorker(tx -> {
            Person person = require(tx, alias);
            audit.record(
                    tx,
                    AuditEntry.by(caller)
                            .did("contact-points-read")
                            .to("person", person.id())
                            .of(alias)
                            .because(purpose.code()));
            return contacts.usable(tx, person);
        });
    }

    /** Between the transactions: a slow register must not hold a connection. */
    private void refresh(Outdated outdated) {
        Instant asked = clock.instant();
        try {
            ContactData data = krr.ask(List.of(outdated.number())).get(outdated.number());
            if (data != null) {
                database.asWorkerDo(tx -> contacts.keep(tx, outdated.person(), data, asked));
            }
        } catch (RegisterUnavailableException away) {
            LOGGER.warnf(
                    away, "Contact data could not be refreshed, the last answer serves: person=%s", outdated.person());
        }
    }

    private Optional<Outdated> outdated(Transaction tx, UUID alias) {
        Person person = require(tx, alias);
        return contacts.asOf(tx, person.id()).plus(maxAge).isBefore(clock.instant())
                ? Optional.of(new Outdated(person.id(), persons.number(tx, person.id())))
                : Optional.empty();
    }

    private Person require(Transaction tx, UUID alias) {
        return persons.find(tx, alias)
                .orElseThrow(() -> ContactProblem.NO_SUCH_ALIAS.because("Nobody is registered under this alias."));
    }

    private record Outdated(UUID person, NationalIdentityNumber number) {}
}
