package no.brevdue.consent;

import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.Representation;
import no.brevdue.contracts.identity.v1.RepresentationExtent;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.platform.caller.OnBehalf;
import no.brevdue.platform.identity.Aliases;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import no.brevdue.platform.time.NorwegianDay;
import org.awaitility.Awaitility;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.enterprise.context.ApplicationScoped;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** identity-service, as far as consent-service can tell, and the people in it. */
@ApplicationScoped
public class People {

    /** Apart from the numbers that other tests write out. */
    private static final AtomicInteger NEXT = new AtomicInteger(5_000);

    private final Facts facts;
    private final Aliases aliases;

    People(Facts facts, Aliases aliases) {
        this.facts = facts;
        this.aliases = aliases;
    }

    public NationalIdentityNumber stranger() {
        return SyntheticNumbers.person(NEXT.getAndIncrement());
    }

    public NationalIdentityNumber adult() {
        return born(LocalDate.of(1980, 4, 12));
    }

    public NationalIdentityNumber born(LocalDate date) {
        NationalIdentityNumber number = stranger();
        facts.publish(new PersonRegistered(UUID.randomUUID(), 1, alias(number), facts(date)));
        awaitKnown(number);
        return number;
    }

    /** Somebody about whom everything is said; also again, under a higher version. */
    public void isKnown(UUID person, long version, NationalIdentityNumber number, LocalDate born, ReadingPlan plan) {
        restate(person, version, number, new PersonFacts(born, false, false, false, true, true, Language.NB, plan));
        awaitKnown(number);
    }

    /** The register reports a death; the plan stays as it was. */
    public void died(UUID person, long version, NationalIdentityNumber number, LocalDate born, ReadingPlan plan) {
        restate(person, version, number, new PersonFacts(born, true, false, false, true, true, Language.NB, plan));
    }

    private void restate(UUID person, long version, NationalIdentityNumber number, PersonFacts what) {
        facts.beat(Topic.IDENTITY_EVENTS);
        facts.publish(new PersonRestated(person, version, List.of(alias(number)), what));
    }

    /** A right that began today and has no end. */
    public static Representation right(UUID alias, RepresentationKind kind, RepresentationScope scope) {
        return new Representation(alias, kind, RepresentationExtent.ALL, scope, NorwegianDay.of(TestClock.START), null);
    }

    /** From now on these numbers are this person's. */
    public void isKnown(UUID person, long version, NationalIdentityNumber... numbers) {
        List<UUID> all = Arrays.stream(numbers).map(this::alias).toList();
        facts.publish(new PersonRestated(person, version, all, facts(LocalDate.of(1980, 4, 12))));
        Arrays.stream(numbers).forEach(People::awaitKnown);
    }

    /** Renewing nothing tells whether the person is known, and changes nothing. */
    private static void awaitKnown(NationalIdentityNumber number) {
        Awaitility.await()
                .untilAsserted(() -> as(number)
                        .body("""
                        {"controller": "100200406", "purpose": "letters", "decision": "RENEW", "noticeVersion": 1,
                        "language": "nb"}""")
                        .post("/v1/me/consent-decisions")
                        .then()
                        .body("code", not(equalTo("BD-1217"))));
    }

    private static PersonFacts facts(LocalDate birthDate) {
        return new PersonFacts(
                birthDate, false, false, false, true, true, Language.NB, ReadingPlan.alone(birthDate.plusYears(16)));
    }

    public UUID alias(NationalIdentityNumber number) {
        return aliases.alias(number);
    }

    /** Acting for somebody. */
    public static RequestSpecification as(NationalIdentityNumber number, UUID onBehalfOf) {
        return as(number).header(OnBehalf.HEADER, onBehalfOf);
    }

    public static RequestSpecification as(NationalIdentityNumber number) {
        return given().auth().oauth2(Tokens.citizen(number.value()).sign()).contentType("application/json");
    }
}
