package no.brevdue.consent.ledger;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.consent.People;
import no.brevdue.consent.decision.Decisions;
import no.brevdue.contracts.Event;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.consent.v1.ConsentDecision;
import no.brevdue.contracts.consent.v1.ConsentExpired;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentRefused;
import no.brevdue.contracts.consent.v1.ConsentRenewed;
import no.brevdue.contracts.consent.v1.ConsentState;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.contracts.consent.v1.PersonDecisionsRestated;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.outbox.Shard;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ConsentLedgerTest {

    private static final String CLINIC = "100100673";
    private static final String HOSPITAL = "100200309";

    private final People people;
    private final Facts facts;
    private final TestClock clock;
    private final Database database;

    ConsentLedgerTest(People people, Facts facts, TestClock clock, Database database) {
        this.people = people;
        this.facts = facts;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void noticesAreWritten() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
    }

    @AfterEach
    void timeGoesBack() {
        clock.set(TestClock.START);
    }

    @Test
    void aDecisionIsRecordedAtOnceAndEffectiveOnceEveryReaderActsOnIt() {
        NationalIdentityNumber kari = people.adult();

        String id = grant(kari, CLINIC)
                .statusCode(201)
                .body("state", equalTo("GRANTED"))
                .body("progress", equalTo("RECORDED"))
                .body("readers", hasSize(3))
                .body("readers[0].effectiveAt", nullValue())
                .extract()
                .path("consentId");

        facts.publish(new no.brevdue.contracts.mailbox.v1.DecisionsApplied(people.alias(kari), 1));
        Awaitility.await()
                .untilAsserted(() -> as(kari).get("/v1/me/consents/{id}", id)
                        .then()
                        .body("consent.progress", equalTo("RECORDED"))
                        .body("consent.readers.find { it.reader == 'mailbox' }.effectiveAt", notNullValue()));
        facts.publish(new no.brevdue.contracts.notification.v1.DecisionsApplied(people.alias(kari), 1));
        facts.publish(new no.brevdue.contracts.accesslog.v1.DecisionsApplied(people.alias(kari), 1));
        Awaitility.await()
                .untilAsserted(() ->
                        as(kari).get("/v1/me/consents/{id}", id).then().body("consent.progress", equalTo("EFFECTIVE")));
        decide(kari, CLINIC, "WITHDRAW").statusCode(201).body("progress", equalTo("RECORDED"));
    }

    @Test
    void theLedgerKeepsEveryEventWithWhatWasShownAndHowThePersonHadLoggedIn() {
        NationalIdentityNumber kari = people.adult();
        grant(kari, CLINIC).statusCode(201);
        grant(kari, CLINIC).statusCode(200).body("version", equalTo(1));
        decide(kari, CLINIC, "RENEW").statusCode(201).body("version", equalTo(2));
        String id = decide(kari, CLINIC, "WITHDRAW")
                .statusCode(201)
                .body("state", equalTo("WITHDRAWN"))
                .body("expiresAt", nullValue())
                .extract()
                .path("consentId");
        decide(kari, CLINIC, "WITHDRAW").statusCode(200).body("version", equalTo(3));

        as(kari).get("/v1/me/consents/{id}", id)
                .then()
                .statusCode(200)
                .body("events.eventType", equalTo(List.of("GRANTED", "RENEWED", "WITHDRAWN")))
                .body("events.version", equalTo(List.of(1, 2, 3)))
                .body("events[0].schemaVersion", equalTo("ISO/IEC TS 27560:2023"))
                .body("events[0].noticeId", equalTo("consent-letters"))
                .body("events[0].noticeSha256.length()", equalTo(64))
                .body("events[0].acr", equalTo("idporten-loa-high"))
                .body("events[0].authTime", notNullValue())
                .body("events[0].by", equalTo("PERSON"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(told(kari))
                        .extracting(Event::getClass)
                        .isEqualTo(List.of(ConsentGranted.class, ConsentRenewed.class, ConsentWithdrawn.class)));
        assertThat(told(kari)).extracting(Event::version).containsExactly(1L, 2L, 3L);
        Awaitility.await()
                .untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                        .filteredOn(entry -> people.alias(kari).equals(entry.subject()))
                        .extracting(AuditEntryRecorded::action)
                        .contains("consent-granted", "consent-renewed", "consent-withdrawn"));
    }

    @Test
    void oneDecisionIsAboutOnePurposeOfOneControllerAlone() {
        NationalIdentityNumber kari = people.adult();

        grant(kari, CLINIC).statusCode(201);

        as(kari).get("/v1/me/consents")
                .then()
                .body("", hasSize(1))
                .body("[0].controller", equalTo(CLINIC))
                .body("[0].purpose", equalTo("letters"));
        decide(kari, HOSPITAL, "WITHDRAW").statusCode(409).body("code", equalTo("BD-1214"));
        decide(kari, HOSPITAL, "RENEW").statusCode(409).body("code", equalTo("BD-1215"));
        decide(kari, CLINIC, "REFUSE").statusCode(409).body("code", equalTo("BD-1213"));
        decide(kari, "platform", "GRANT").statusCode(400).body("code", equalTo("BD-1211"));
        decide(kari, "123456789", "GRANT").statusCode(400);
        as(kari).get("/v1/me/consents").then().body("", hasSize(1));
    }

    @Test
    void nobodyConsentsToATextTheyWereNotShown() {
        NationalIdentityNumber kari = people.adult();

        post(kari, CLINIC, "letters", "GRANT", "99").statusCode(409).body("code", equalTo("BD-1212"));
        post(kari, CLINIC, "letters", "GRANT", "null").statusCode(409).body("code", equalTo("BD-1212"));

        as(kari).get("/v1/me/consents").then().body("", empty());
        given().get("/v1/documents/versions/1/plain?document=consent-letters")
                .then()
                .statusCode(200);
    }

    @Test
    void aConsentEndsByItselfWhenItsTimeIsOver() {
        NationalIdentityNumber kari = people.adult();
        String id = grant(kari, CLINIC).statusCode(201).extract().path("consentId");

        clock.advance(Duration.ofDays(5 * 366));

        Awaitility.await().untilAsserted(() -> assertThat(told(kari)).last().isInstanceOf(ConsentExpired.class));
        as(kari).get("/v1/me/consents/{id}", id)
                .then()
                .body("consent.state", equalTo("EXPIRED"))
                .body("events[1].by", equalTo("SERVICE"));
        grant(kari, CLINIC).statusCode(201).body("version", equalTo(3));
    }

    @Test
    void whoeverIsUnder16OrNotKnownDoesNotConsentAlone() {
        LocalDate today = LocalDate.ofInstant(TestClock.START, ZoneId.of("Europe/Oslo"));
        NationalIdentityNumber young = people.born(today.minusYears(16).plusDays(1));
        NationalIdentityNumber old = people.born(today.minusYears(16));

        decide(young, CLINIC, "GRANT").statusCode(403).body("code", equalTo("BD-1216"));
        grant(old, CLINIC).statusCode(201);
        decide(people.stranger(), CLINIC, "GRANT").statusCode(409).body("code", equalTo("BD-1217"));
        decide(young, CLINIC, "REFUSE").statusCode(201);
    }

    @Test
    void anothersConsentDoesNotExist() {
        NationalIdentityNumber kari = people.adult();
        NationalIdentityNumber ola = people.adult();
        String id = grant(kari, CLINIC).statusCode(201).extract().path("consentId");

        as(ola).get("/v1/me/consents/{id}", id).then().statusCode(404).body("code", equalTo("BD-1210"));
        as(ola).get("/v1/me/consents").then().body("", empty());
    }

    @Test
    void whatIsWithdrawnUnderOneNumberIsWithdrawnUnderTheOther() {
        UUID person = UUID.randomUUID();
        NationalIdentityNumber dNumber = people.stranger();
        NationalIdentityNumber birthNumber = people.stranger();
        people.isKnown(person, 1, dNumber);
        grant(dNumber, CLINIC).statusCode(201);
        people.isKnown(person, 2, dNumber, birthNumber);

        decide(birthNumber, CLINIC, "WITHDRAW").statusCode(201);

        as(birthNumber).get("/v1/me/consents").then().body("", hasSize(1)).body("[0].state", equalTo("WITHDRAWN"));
        Awaitility.await().untilAsserted(() -> {
            assertThat(told(dNumber)).last().isInstanceOf(ConsentWithdrawn.class);
            assertThat(told(birthNumber)).last().isInstanceOf(ConsentWithdrawn.class);
        });
    }

    @Test
    void twoWhoTurnOutToBeOneHaveConsentedOnlyIfBothHave() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        NationalIdentityNumber dNumber = people.stranger();
        NationalIdentityNumber birthNumber = people.stranger();
        people.isKnown(first, 1, dNumber);
        people.isKnown(second, 1, birthNumber);
        grant(dNumber, CLINIC).statusCode(201);
        decide(dNumber, CLINIC, "WITHDRAW").statusCode(201);
        clock.advance(Duration.ofDays(100));
        grant(birthNumber, CLINIC).statusCode(201);

        people.isKnown(second, 2, people.stranger());
        people.isKnown(first, 2, dNumber, birthNumber);

        Awaitility.await()
                .untilAsserted(() -> as(birthNumber)
                        .get("/v1/me/consents")
                        .then()
                        .body("state", equalTo(List.of("WITHDRAWN")))
                        .body("progress", equalTo(List.of("RECORDED"))));
        facts.publish(new no.brevdue.contracts.mailbox.v1.DecisionsApplied(people.alias(birthNumber), 2));
        grant(birthNumber, CLINIC).statusCode(201).body("readers[0].effectiveAt", nullValue());
        as(dNumber).get("/v1/me/consents").then().body("state", equalTo(List.of("GRANTED")));
    }

    /** Both numbers are locked for each decision. In two orders they would wait for each other until one is given up. */
    @Test
    void whoDecidesUnderBothNumbersAtTheSameTimeWaitsAndIsNotRefused() throws InterruptedException {
        NationalIdentityNumber one = people.stranger();
        NationalIdentityNumber other = Stream.generate(people::stranger)
                .filter(number -> Integer.signum(people.alias(one).compareTo(people.alias(number)))
                        != Integer.signum(Decisions.ORDER.compare(people.alias(one), people.alias(number))))
                .findFirst()
                .orElseThrow();
        people.isKnown(UUID.randomUUID(), 1, one, other);
        Callable<List<Integer>> denials = () -> IntStream.range(0, 12)
                .mapToObj(n -> as(one).body("{\"kind\": \"PRACTITIONER\", \"target\": \"%d\"}".formatted(1_000_001 + n))
                        .post("/v1/me/restrictions")
                        .statusCode())
                .toList();
        Callable<List<Integer>> consents = () -> IntStream.range(0, 12)
                .mapToObj(n -> decide(other, CLINIC, n % 2 == 0 ? "GRANT" : "WITHDRAW")
                        .extract()
                        .statusCode())
                .toList();

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(denials, consents)))
                    .flatExtracting(Future::resultNow)
                    .hasSize(24)
                    .containsOnly(200, 201);
        }
    }

    /** Whatever is locked row by row in the order of a query is locked in the order of Java, too. */
    @Test
    void aliasesComeInOneOrderHereAndInTheDatabase() {
        List<UUID> some = Stream.generate(UUID::randomUUID).limit(200).toList();
        List<UUID> inTheDatabase = database.asWorker(tx -> tx.handle()
                .createQuery("select alias from unnest(:some) as alias order by alias")
                .bindArray("some", UUID.class, some)
                .mapTo(UUID.class)
                .list());

        assertThat(some.stream().sorted(Decisions.ORDER)).isEqualTo(inTheDatabase);
    }

    @Test
    void whoCountsOtherwiseIsToldEverythingOfThePartitionAgain() {
        NationalIdentityNumber kari = people.adult();
        grant(kari, CLINIC).statusCode(201);
        UUID alias = people.alias(kari);

        facts.publish(new no.brevdue.contracts.mailbox.v1.DriftFound(Shard.of(alias.toString()), 1));

        Awaitility.await()
                .untilAsserted(() -> assertThat(facts.published(PersonDecisionsRestated.class))
                        .filteredOn(fact -> fact.alias().equals(alias))
                        .singleElement()
                        .satisfies(fact -> {
                            assertThat(fact.version()).isEqualTo(1);
                            assertThat(fact.consents())
                                    .singleElement()
                                    .extracting(PersonDecisionsRestated.Standing::state)
                                    .isEqualTo(ConsentState.GRANTED);
                        }));
    }

    private static ValidatableResponse grant(NationalIdentityNumber who, String controller) {
        return decide(who, controller, "GRANT");
    }

    private static ValidatableResponse decide(NationalIdentityNumber who, String controller, String decision) {
        return post(who, controller, "letters", decision, "1");
    }

    private static ValidatableResponse post(
            NationalIdentityNumber who, String controller, String purpose, String decision, String notice) {
        return as(who).body("""
                        {"controller": "%s", "purpose": "%s", "decision": "%s", "noticeVersion": %s, "language": "nb"}""".formatted(controller, purpose, decision, notice))
                .post("/v1/me/consent-decisions")
                .then();
    }

    private List<ConsentDecision> told(NationalIdentityNumber who) {
        return Stream.of(
                        ConsentGranted.class,
                        ConsentRefused.class,
                        ConsentRenewed.class,
                        ConsentWithdrawn.class,
                        ConsentExpired.class)
                .flatMap(type -> facts.published(type).stream())
                .map(ConsentDecision.class::cast)
                .filter(fact -> fact.alias().equals(people.alias(who)))
                .sorted(Comparator.comparing(ConsentDecision::version))
                .toList();
    }
}
