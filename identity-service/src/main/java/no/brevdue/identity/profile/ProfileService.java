package no.brevdue.identity.profile;

import no.brevdue.identity.contact.ContactService;
import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;

import jakarta.enterprise.context.ApplicationScoped;

/** Shows people what is known of them. */
@ApplicationScoped
class ProfileService {

    private final Database database;
    private final PersonService persons;
    private final ContactService contacts;
    private final AuditTrail audit;

    ProfileService(Database database, PersonService persons, ContactService contacts, AuditTrail audit) {
        this.database = database;
        this.persons = persons;
        this.contacts = contacts;
        this.audit = audit;
    }

    Profile of(Caller.Citizen citizen) {
        return database.asCaller(tx -> {
            Person person = persons.find(tx, citizen.alias())
                    .orElseThrow(() -> ProfileProblem.NOT_REGISTERED.because("No letter has arrived for you yet."));
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("profile-read")
                            .to("person", person.id())
                            .of(citizen.alias())
                            .because("own-use"));
            return new Profile(person.id(), person.birthDate(), person.language(), contacts.status(tx, person));
        });
    }
}
