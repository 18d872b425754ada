package no.brevdue.identity.registration;

import no.brevdue.identity.contact.ContactService;
import no.brevdue.identity.family.FamilyService;
import no.brevdue.identity.person.NumberService;
import no.brevdue.identity.person.PersonService;
import no.brevdue.identity.population.AnswerFingerprint;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a person of a number, once both registers have answered about it. */
@ApplicationScoped
class Enrolment {

    private static final Logger LOGGER = Logger.getLogger(Enrolment.class);

    private final PersonService persons;
    private final NumberService numbers;
    private final FamilyService families;
    private final ContactService contacts;
    private final AuditTrail audit;
    private final Clock clock;

    Enrolment(
            PersonService persons,
            NumberService numbers,
            FamilyService families,
            ContactService contacts,
            AuditTrail audit,
            Clock clock) {
        this.persons = persons;
        this.numbers = numbers;
        this.families = families;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever has the number: known before, and then left as they are, or from now on. */
    UUID enrol(Transaction tx, NationalIdentityNumber number, UUID alias, Answers answers, String purpose) {
        return persons.recognize(tx, number, alias).orElseGet(() -> {
            UUID person = persons.register(
                    tx,
                    number,
                    alias,
                    answers.record().facts(),
                    answers.contact().at(clock.instant()));
            contacts.keep(tx, person, answers.contact(), answers.asked());
            persons.keepName(tx, person, answers.record().name());
            families.begin(tx, person, answers.relations());
            persons.announce(tx, person, alias);
            if (answers.complete()) {
                boolean unused = persons.answered(tx, person, answers.record().sequence(), answers.asked());
                persons.keepLastAnswer(tx, person, AnswerFingerprint.of(answers.record(), answers.relations()));
            }
            audit.record(
                    tx,
                    AuditEntry.bySystem("identity")
                            .did("person-registered")
                            .to("person", person)
                            .of(alias)
                            .because(purpose));
            tx.afterCommit(() -> LOGGER.infof("A person was registered: person=%s", person));
            NationalIdentityNumber current = answers.record().number();
            return current == null
                    ? person
                    : numbers.follow(tx, person, current, answers.record().formerNumbers());
        });
    }
}
