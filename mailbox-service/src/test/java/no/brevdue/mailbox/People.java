package no.brevdue.mailbox;

import no.brevdue.contracts.Topic;
import no.brevdue.contracts.consent.v1.TermsAccepted;
import no.brevdue.contracts.consent.v1.TermsPublished;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.contracts.identity.v1.SupplierAccessChanged;
import no.brevdue.mailbox.recipient.TermsGate;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import static org.awaitility.Awaitility.await;

/** identity-service and consent-service, as far as the mailbox can tell. */
@ApplicationScoped
public class People {

    public static final PersonFacts ADULT = new PersonFacts(
            LocalDate.of(1980, 4, 12),
            false,
            false,
            false,
            true,
            true,
            Language.NB,
            ReadingPlan.alone(LocalDate.of(1996, 4, 12)));

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Facts facts;
    private final Aliases aliases;
    private final TermsGate terms;
    private final Database database;

    People(Facts facts, Aliases aliases, TermsGate terms, Database database) {
        this.facts = facts;
        this.aliases = aliases;
        this.terms = terms;
        this.database = database;
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

    /** Says everything about somebody again, who was registered as {@code person}. */
    public void restate(UUID person, long version, NationalIdentityNumber number, PersonFacts what) {
        facts.publish(new PersonRestated(person, version, List.of(alias(number)), what));
    }

    /** Somebody under 16 who does not log in. */
    public static PersonFacts child(LocalDate born, Representation... representations) {
        return new PersonFacts(
                born,
                false,
                false,
                false,
                false,
                false,
                Language.NB,
                new ReadingPlan(
                        born.plusYears(16),
                        Stream.of(representations)
                                .flatMap(right -> right.extent() == RepresentationExtent.ALL
                                                && right.kind() == RepresentationKind.PARENT
                                        ? Stream.of(right, marked(right))
                                        : Stream.of(right))
                                .toList()));
    }

    /** A parent of somebody born that day. */
    public static Representation parent(UUID alias, LocalDate born) {
        return new Representation(
                alias,
                RepresentationKind.PARENT,
                RepresentationExtent.ALL,
                RepresentationScope.ACT,
                born,
                born.plusYears(12));
    }

    /** Somebody to whom an adult has given a power of attorney over everything. */
    public static Representation powerOf(UUID alias) {
        return new Representation(
                alias,
                RepresentationKind.POWER_OF_ATTORNEY,
                RepresentationExtent.ALL,
                RepresentationScope.ACT,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2027, 1, 5));
    }

    public static PersonFacts represented(Representation... representations) {
        return new PersonFacts(
                ADULT.birthDate(),
                false,
                false,
                false,
                true,
                true,
                Language.NB,
                new ReadingPlan(ADULT.plan().readsOwnFrom(), List.of(representations)));
    }

    private static Representation marked(Representation parent) {
        return new Representation(
                parent.representative(),
                parent.kind(),
                RepresentationExtent.MARKED_VISIBLE,
                parent.scope(),
                parent.from().plusYears(12),
                parent.from().plusYears(16));
    }

    public NationalIdentityNumber registeredAndInAgreement() {
        NationalIdentityNumber number = registered(ADULT);
        acceptsTerms(number);
        return number;
    }

    /** Returns when the mailbox knows. */
    public void acceptsTerms(NationalIdentityNumber number) {
        facts.publish(new TermsPublished("terms-of-use", 1, TestClock.START.minusSeconds(1), "0".repeat(64), null));
        facts.publish(new TermsAccepted(alias(number), 1, "terms-of-use", 1, TestClock.START));
        await().until(() -> database.asWorker(
                tx -> !terms.accepted(tx, List.of(alias(number))).isEmpty()));
    }

    /** An organisation lets a supplier act for it with these scopes, or with none any more. Returns when the mailbox knows. */
    public void let(String organization, String supplier, String... scopes) {
        long version = database.asWorker(tx -> tx.handle()
                .createQuery("select coalesce(max(version), 0) + 1 from supplier_access"
                        + " where organization = :organization and supplier = :supplier")
                .bind("organization", organization)
                .bind("supplier", supplier)
                .mapTo(Long.class)
                .one());
        facts.publish(new SupplierAccessChanged(organization, supplier, version, List.of(scopes)));
        await().until(() -> database.asWorker(tx -> tx.handle()
                .createQuery("select exists (select from supplier_access where organization = :organization"
                        + " and supplier = :supplier and version = :version)")
                .bind("organization", organization)
                .bind("supplier", supplier)
                .bind("version", version)
                .mapTo(Boolean.class)
                .one()));
    }

    public void sourcesAreAlive() {
        facts.beat(Topic.IDENTITY_EVENTS);
        facts.beat(Topic.CONSENT_EVENTS);
    }

    public UUID alias(NationalIdentityNumber number) {
        return aliases.alias(number);
    }
}
