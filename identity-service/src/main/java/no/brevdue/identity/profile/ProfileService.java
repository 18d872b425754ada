package no.brevdue.identity.profile;

import no.brevdue.identity.contact.ContactService;
import no.brevdue.identity.login.LoginService;
import no.brevdue.identity.login.SeenLogin;
import no.brevdue.identity.person.DeactivationService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonHidden;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.time.NorwegianDay;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Shows people what is known of them, and hides it when they want. */
@ApplicationScoped
class ProfileService {

    private final Database database;
    private final PersonService persons;
    private final DeactivationService deactivations;
    private final ContactService contacts;
    private final LoginService logins;
    private final Event<PersonHidden> hidden;
    private final AuditTrail audit;
    private final Clock clock;

    ProfileService(
            Database database,
            PersonService persons,
            DeactivationService deactivations,
            ContactService contacts,
            LoginService logins,
            Event<PersonHidden> hidden,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.deactivations = deactivations;
        this.contacts = contacts;
        this.logins = logins;
        this.hidden = hidden;
        this.audit = audit;
        this.clock = clock;
    }

    /** What requests reach of nobody, since a row of somebody else's might come with it. */
    private record Secrets(@Nullable String name, @Nullable String number) {

        @Override
        public String toString() {
            return "Secrets[***]";
        }
    }

    Profile of(Caller.Citizen citizen, SeenLogin login) {
        Secrets secrets = database.asWorker(tx -> persons.find(tx, citizen.alias())
                .map(person -> new Secrets(
                        persons.name(tx, person.id()).orElse(null),
                        persons.number(tx, person.id()).value()))
                .orElse(new Secrets(null, null)));
        LocalDate today = NorwegianDay.of(clock.instant());
        return database.asCaller(tx -> {
            Person person = persons.self(tx, citizen.alias());
            logins.note(tx, person.id(), login);
            record(tx, citizen, person.id(), "profile-read");
            return deactivations
                    .since(tx, person.id())
                    .map(since -> Profile.hidden(person.id(), since))
                    .orElseGet(() -> new Profile(
                            person.id(),
                            secrets.name(),
                            secrets.number(),
                            person.birthDate(),
                            Period.between(person.birthDate(), today).getYears(),
                            person.language(),
                            contacts.status(tx, person),
                            null));
        });
    }

    /** From the commit on nobody is reached and nothing is shown; done twice it is done. */
    void deactivate(Caller.Citizen citizen) {
        change(citizen, (tx, person) -> {
            if (deactivations.deactivate(tx, person)) {
                contacts.restate(tx, person);
                hidden.fire(new PersonHidden(tx, person));
                record(tx, citizen, person, "profile-deactivated");
            }
        });
    }

    /** Everything is as it was. */
    void reactivate(Caller.Citizen citizen) {
        change(citizen, (tx, person) -> {
            if (deactivations.reactivate(tx, person)) {
                contacts.restate(tx, person);
                hidden.fire(new PersonHidden(tx, person));
                record(tx, citizen, person, "profile-reactivated");
            }
        });
    }

    private void change(Caller.Citizen citizen, Change change) {
        UUID person = database.asCaller(tx -> persons.self(tx, citizen.alias())).id();
        database.asWorkerDo(tx -> change.make(tx, persons.lock(tx, person).id()));
    }

    private void record(Transaction tx, Caller.Citizen citizen, UUID person, String what) {
        audit.record(
                tx,
                AuditEntry.by(citizen)
                        .did(what)
                        .to("person", person)
                        .of(citizen.alias())
                        .because("own-use"));
    }

    /** Something done to a person whose row is locked. */
    private interface Change {
        void make(Transaction tx, UUID person);
    }
}
