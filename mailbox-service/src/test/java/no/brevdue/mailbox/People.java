package no.brevdue.mailbox;

import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.enterprise.context.ApplicationScoped;

/** identity-service and consent-service, as far as the mailbox can tell. */
@ApplicationScoped
public class People {

    public static final PersonFacts ADULT =
            new PersonFacts(LocalDate.of(1980, 4, 12), false, false, false, true, true, Language.NB);

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Facts facts;
    private final Aliases aliases;

    People(Facts facts, Aliases aliases) {
        this.facts = facts;
        this.aliases = aliases;
    }

    /** Somebody nobody has heard of yet. */
    public NationalIdentityNumber stranger() {
        return SyntheticNumbers.person(NEXT.getAndIncrement());
    }

    public NationalIdentityNumber registered(PersonFacts what) {
        NationalIdentityNumber number = stranger();
        register(number, what);
        return number;
    }

    public void register(NationalIdentityNumber number, PersonFacts what) {
        sourcesAreAlive();
        facts.publish(new PersonRegistered(UUID.randomUUID(), 1, alias(number), what));
    }

    public NationalIdentityNumber registeredAndInAgreement() {
        NationalIdentityNumber number = registered(ADULT);
        acceptsTerms(number);
        return number;
    }

    public void acceptsTerms(NationalIdentityNumber number) {
        facts.publish(new TermsPublished("terms-of-use", 1, TestClock.START.minusSeconds(1), "0".repeat(64), null));
        facts.publish(new TermsAccepted(alias(number), 1, "terms-of-use", 1, TestClock.START));
    }

    public void sourcesAreAlive() {
        facts.beat(Topic.IDENTITY_EVENTS);
        facts.beat(Topic.CONSENT_EVENTS);
    }

    public UUID alias(NationalIdentityNumber number) {
        return aliases.alias(number);
    }
}
