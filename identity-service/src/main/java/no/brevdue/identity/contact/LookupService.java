package no.brevdue.identity.contact;

import no.brevdue.identity.person.Person;
import no.brevdue.identity.person.PersonService;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

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
    private final AuditTrail audit;

    LookupService(
            Database database,
            PersonService persons,
            ContactService contacts,
            RefreshService refreshes,
            AuditTrail audit) {
        this.database = database;
        this.persons = persons;
        this.contacts = contacts;
        this.refreshes = refreshes;
        this.audit = audit;
    }

    /** While the register is away the last answer serves, and says how old it is. */
    ContactPoints lookUp(UUID alias, LookupPurpose purpose, Caller caller) {
        refreshes.now(database.asWorker(tx -> Stream.of(require(tx, alias).id())
                .filter(person -> contacts.isStale(tx, person))
                .toList()));
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

    private Person require(Transaction tx, UUID alias) {
        return persons.find(tx, alias)
                .orElseThrow(() -> ContactProblem.NO_SUCH_ALIAS.because("Nobody is registered under this alias."));
    }
}
