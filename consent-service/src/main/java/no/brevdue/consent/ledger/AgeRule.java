package no.brevdue.consent.ledger;

import no.brevdue.consent.person.People;
import no.brevdue.consent.person.Person;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may consent alone: everybody from 16, pasient- og brukerrettighetsloven § 4-3. */
@ApplicationScoped
class AgeRule {

    static final int ALONE_FROM = 16;

    private final People people;

    AgeRule(People people) {
        this.people = people;
    }

    static boolean mayConsentAlone(int age) {
        return age >= ALONE_FROM;
    }

    void requireMayConsent(Transaction tx, UUID alias, ConsentPurpose purpose, Instant now) {
        Person person = people.find(tx, alias)
                .orElseThrow(() -> ConsentProblem.PERSON_NOT_KNOWN.because("Nothing is known of this person yet."));
        if (!mayConsentAlone(person.age(now))) {
            throw ConsentProblem.NOT_OLD_ENOUGH.because("The person is younger than %d.".formatted(ALONE_FROM));
        }
    }
}
