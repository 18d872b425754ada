package no.brevdue.consent.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.consent.People;
import no.brevdue.consent.decision.Decisions;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.identity.v1.ContactabilityChanged;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.identity.v1.RepresentationKind;
import no.brevdue.contracts.identity.v1.RepresentationScope;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.time.NorwegianDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** Children, parents and guardians at consent-service. */
@QuarkusTest
class DecidingForOthersTest {

    private static final String CLINIC = "100100673";
    private static final LocalDate TODAY = NorwegianDay.of(TestClock.START);

    private final People people;
    private final Facts facts;
    private final TestClock clock;
    private final Database database;
    private final Decisions decisions;
    private final UUID childsId = UUID.randomUUID();

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber mother;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber child;

    DecidingForOthersTest(People people, Facts facts, TestClock clock, Database database, Decisions decisions) {
        this.people = people;
        this.facts = facts;
        this.clock = clock;
        this.database = database;
        this.decisions = decisions;
    }

    @BeforeEach
    void aMotherAndHerChild() {
        await().untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
        facts.beat(Topic.IDENTITY_EVENTS);
        mother = people.adult();
        child = people.stranger();
    }

    @AfterEach
    void timeGoesBack() {
        clock.set(TestClock.START);
    }

    @Test
    void aParentDecidesForAChildUnder13AndTheRecordSaysWhoActed() {
        childIs(TODAY.minusYears(12), parent());

        String id = decide(forChild(), "GRANT").statusCode(201).extract().path("consentId");

        as(mother).get("/v1/me/consents").then().body("", empty());
        as(mother).get("/v1/me/consents/{id}", id).then().statusCode(404);
        as(mother).get("/v1/me/consent-receipts/{id}", id).then().statusCode(404);
        forChild().get("/v1/me/consents").then().body("", hasSize(1));
        forChild()
                .get("/v1/me/consents/{id}", id)
                .then()
                .body("events[0].by", equalTo("REPRESENTATIVE"))
                .body("events[0].acr", equalTo("idporten-loa-high"));
        forChild().get("/v1/me/consent-receipts/{id}", id).then().statusCode(200);
        await().untilAsserted(() -> assertThat(facts.published(ConsentGranted.class))
                .anyMatch(fact -> fact.alias().equals(people.alias(child)) && fact.version() == 1));
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("consent-granted");
                    assertThat(entry.actor()).isEqualTo(people.alias(mother).toString());
                    assertThat(entry.subject()).isEqualTo(people.alias(child));
                    assertThat(entry.purpose()).isEqualTo("on-behalf-as-parent");
                }));
        decide(as(child), "WITHDRAW").statusCode(201);
        decide(as(child), "GRANT").statusCode(403).body("code", equalTo("BD-1216"));
    }

    @Test
    void everythingElseIsDecidedForTheChildTooAndNothingIsMixedUpWithTheParentsOwn() {
        childIs(TODAY.minusYears(9), parent());
        as(mother)
                .body("{\"kind\": \"ORGANIZATION\", \"target\": \"100100703\"}")
                .post("/v1/me/restrictions");

        String restriction = forChild()
                .body("{\"kind\": \"ORGANIZATION\", \"target\": \"100200406\"}")
                .post("/v1/me/restrictions")
                .then()
                .statusCode(200)
                .extract()
                .path("restrictionId");
        forChild().get("/v1/me/restrictions").then().body("target", equalTo(List.of("100200406")));
        as(mother).get("/v1/me/restrictions").then().body("target", equalTo(List.of("100100703")));
        as(mother).delete("/v1/me/restrictions/" + restriction).then().statusCode(404);
        forChild().delete("/v1/me/restrictions/" + restriction).then().statusCode(204);

        forChild().body("{\"mayBeContacted\": false}").put("/v1/me/research-contact");
        forChild().get("/v1/me/research-contact").then().body("mayBeContacted", equalTo(false));
        as(mother).get("/v1/me/research-contact").then().body("mayBeContacted", equalTo(true));

        forChild().get("/v1/me/pending-decisions").then().body("why", hasItem("GATES_OPENING"));
        accept(forChild()).statusCode(201);
        forChild()
                .get("/v1/me/terms")
                .then()
                .body("accepted.language", equalTo(List.of("nn")))
                .body("applies", notNullValue());
        as(mother).get("/v1/me/terms").then().body("accepted", empty());
    }

    @Test
    void from13NobodyDecidesForTheChildAndTheChildOnlyAsLongAsAParentLetsIt() {
        LocalDate born = TODAY.minusYears(13).plusDays(1);
        childIs(born, parent());
        decide(forChild(), "GRANT").statusCode(201);

        clock.advance(Duration.ofDays(1));

        decide(forChild(), "WITHDRAW").statusCode(404).body("code", equalTo("BD-1218"));
        decide(as(child), "RENEW").statusCode(403).body("code", equalTo("BD-1216"));
        people.isKnown(childsId, 2, child, born, new ReadingPlan(TODAY, List.of()));
        await().untilAsserted(() -> decide(as(child), "RENEW").statusCode(201));
        people.isKnown(childsId, 3, child, born, ReadingPlan.alone(born.plusYears(16)));
        await().untilAsserted(() -> decide(as(child), "RENEW").statusCode(403));
        decide(as(child), "WITHDRAW").statusCode(201);
    }

    @Test
    void aChildWhoDoesNotDecideAloneAgreesToNothingAndMayAlwaysSayNo() {
        childIs(TODAY.minusYears(13), ReadingPlan.alone(TODAY.plusYears(3)));

        accept(as(child)).statusCode(403).body("code", equalTo("BD-1216"));
        String denied = as(child)
                .body("{\"kind\": \"ORGANIZATION\", \"target\": \"100200406\"}")
                .post("/v1/me/restrictions")
                .then()
                .statusCode(200)
                .extract()
                .path("restrictionId");
        as(child).delete("/v1/me/restrictions/" + denied).then().statusCode(403).body("code", equalTo("BD-1216"));
        as(child)
                .body("{\"mayBeContacted\": false}")
                .put("/v1/me/research-contact")
                .then()
                .statusCode(200);
        as(child)
                .body("{\"mayBeContacted\": true}")
                .put("/v1/me/research-contact")
                .then()
                .statusCode(403);
        people.isKnown(childsId, 2, child, TODAY.minusYears(13), new ReadingPlan(TODAY, List.of()));
        await().untilAsserted(() -> accept(as(child)).statusCode(201));
        as(child).delete("/v1/me/restrictions/" + denied).then().statusCode(204);
    }

    @Test
    void aGuardianWhoMayActDecidesAndAPowerOfAttorneyDoesNot() {
        NationalIdentityNumber grandmother = people.stranger();
        UUID id = UUID.randomUUID();
        LocalDate born = TODAY.minusYears(80);
        people.isKnown(
                id,
                1,
                grandmother,
                born,
                new ReadingPlan(
                        born,
                        List.of(People.right(
                                people.alias(mother), RepresentationKind.POWER_OF_ATTORNEY, RepresentationScope.ACT))));
        decide(as(mother, id), "GRANT").statusCode(404).body("code", equalTo("BD-1218"));
        as(mother, id).get("/v1/me/consents").then().statusCode(404);

        people.isKnown(
                id,
                2,
                grandmother,
                born,
                new ReadingPlan(
                        born,
                        List.of(People.right(
                                people.alias(mother), RepresentationKind.GUARDIAN, RepresentationScope.ACT))));

        await().untilAsserted(() -> decide(as(mother, id), "GRANT").statusCode(201));
    }

    @Test
    void inDoubtAndWithoutARightThereIsNobodyToDecideFor() {
        childIs(TODAY.minusYears(9), parent());
        NationalIdentityNumber stranger = people.adult();
        decide(as(stranger, childsId), "GRANT").statusCode(404).body("code", equalTo("BD-1218"));
        decide(as(mother, UUID.randomUUID()), "GRANT").statusCode(404).body("code", equalTo("BD-1218"));
        as(mother)
                .header("Brevdue-On-Behalf-Of", "mitt barn")
                .get("/v1/me/consents")
                .then()
                .statusCode(400);
        forChild().get("/v1/me/consents").then().statusCode(200);

        // Version 2 of the child is missing.
        facts.publish(new ContactabilityChanged(childsId, 3, false, false, false, Language.NB));

        await().untilAsserted(() -> forChild().get("/v1/me/consents").then().statusCode(404));
        decide(forChild(), "GRANT").statusCode(404);
        childIs(3, TODAY.minusYears(9), parent());
        await().untilAsserted(() -> forChild().get("/v1/me/consents").then().statusCode(200));
    }

    @Test
    void theDeadDecideNothingAndAnAnnulmentGivesEverythingBack() {
        LocalDate born = TODAY.minusYears(9);
        childIs(born, parent());
        decide(forChild(), "GRANT").statusCode(201);

        people.died(childsId, 2, child, born, parent());

        await().untilAsserted(() -> decide(forChild(), "RENEW").statusCode(404).body("code", equalTo("BD-1218")));
        forChild().get("/v1/me/consents").then().statusCode(404);
        decide(as(child), "WITHDRAW").statusCode(403).body("code", equalTo("BD-1221"));
        as(child).get("/v1/me/consents").then().statusCode(403).body("code", equalTo("BD-1221"));
        as(child).get("/v1/me/pending-decisions").then().statusCode(403);
        as(child)
                .body("{\"mayBeContacted\": false}")
                .put("/v1/me/research-contact")
                .then()
                .statusCode(403);
        accept(as(child)).statusCode(403).body("code", equalTo("BD-1221"));
        childIs(3, born, parent());
        await().untilAsserted(() ->
                forChild().get("/v1/me/consents").then().statusCode(200).body("state", equalTo(List.of("GRANTED"))));
    }

    @Test
    void whatEndsWhileSomebodyDecidesForAnotherIsRefusedAsIfItHadEndedBefore() {
        LocalDate born = TODAY.minusYears(9);
        childIs(born, parent());

        CompletableFuture<ValidatableResponse> denial = database.asWorker(tx -> {
            decisions.lock(tx, people.alias(child));
            var waits = CompletableFuture.supplyAsync(() -> forChild()
                    .body("{\"kind\": \"ORGANIZATION\", \"target\": \"100100703\"}")
                    .post("/v1/me/restrictions")
                    .then());
            await().until(() ->
                    number(tx, "select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
            childIs(2, born, new ReadingPlan(born.plusYears(16), List.of()));
            await().until(() -> number(tx, "select version from person where person_id = '" + childsId + "'") == 2);
            return waits;
        });

        denial.join().statusCode(404).body("code", equalTo("BD-1218"));
        as(child).get("/v1/me/restrictions").then().statusCode(200).body("", empty());
    }

    private static long number(Transaction tx, String query) {
        return tx.handle().createQuery(query).mapTo(Long.class).one();
    }

    @Test
    void whoReadsForAnotherOrTriesToIsOnRecord() {
        childIs(TODAY.minusYears(9), parent());
        NationalIdentityNumber stranger = people.adult();

        forChild().get("/v1/me/consents").then().statusCode(200);
        forChild().get("/v1/me/restrictions").then().statusCode(200);
        as(stranger, childsId).get("/v1/me/consents").then().statusCode(404);

        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> people.alias(child).equals(entry.subject()))
                .extracting(entry -> entry.action() + " " + entry.outcome() + " " + entry.actor())
                .contains(
                        "consents-read DONE " + people.alias(mother),
                        "restrictions-read DONE " + people.alias(mother),
                        "decisions-sought REFUSED " + people.alias(stranger)));
    }

    private void childIs(LocalDate born, ReadingPlan plan) {
        childIs(1, born, plan);
    }

    private void childIs(long version, LocalDate born, ReadingPlan plan) {
        people.isKnown(childsId, version, child, born, plan);
    }

    private ReadingPlan parent() {
        return new ReadingPlan(
                TODAY.plusYears(9),
                List.of(People.right(people.alias(mother), RepresentationKind.PARENT, RepresentationScope.ACT)));
    }

    private RequestSpecification forChild() {
        return as(mother, childsId);
    }

    private static ValidatableResponse accept(RequestSpecification who) {
        Number version = given().get("/v1/terms/current").then().extract().path("version");
        return who.body("{\"termsId\": \"terms-of-use\", \"version\": " + version
                        + ", \"language\": \"nn\", \"givesUpRights\": true}")
                .post("/v1/me/terms-acceptances")
                .then();
    }

    private static ValidatableResponse decide(RequestSpecification who, String decision) {
        return who.body("""
                        {"controller": "%s", "purpose": "letters", "decision": "%s", "noticeVersion": 1,
                        "language": "nb"}""".formatted(CLINIC, decision))
                .post("/v1/me/consent-decisions")
                .then();
    }
}
