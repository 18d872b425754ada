package no.brevdue.consent.clinic;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.consent.People;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What clinics and operators may know of people's decisions. */
@QuarkusTest
class ConsentQueryTest {

    private static final String CLINIC = "100100673";
    private static final String OTHER_CLINIC = "100200309";
    private static final LocalDate BORN = LocalDate.of(1950, 4, 12);

    private final People people;
    private final Facts facts;

    ConsentQueryTest(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    @BeforeEach
    void noticesAreWritten() {
        await().untilAsserted(() -> given().get("/v1/terms/current").then().statusCode(200));
    }

    @Test
    void aClinicHearsWhatWasSaidToItAndNobodyElseAndThePersonSeesThatItAsked() {
        NationalIdentityNumber kari = people.adult();
        ask(CLINIC, kari).body("said", equalTo("UNANSWERED")).body("until", nullValue());
        ask(CLINIC, people.stranger()).body("said", equalTo("UNANSWERED")).body("until", nullValue());

        decide(kari, "GRANT");

        ask(CLINIC, kari).body("said", equalTo("GRANTED")).body("until", notNullValue());
        ask(OTHER_CLINIC, kari).body("said", equalTo("UNANSWERED"));
        asStaff("1234567", CLINIC, kari).body("said", equalTo("GRANTED"));
        decide(kari, "WITHDRAW");
        ask(CLINIC, kari).body("said", equalTo("WITHDRAWN")).body("until", nullValue());
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> people.alias(kari).equals(entry.subject())
                        && entry.action().equals("consent-asked-about"))
                .extracting(AuditEntryRecorded::actor)
                .contains(CLINIC, OTHER_CLINIC, "1234567"));
    }

    @Test
    void theConsentOfTheDeadIsDeemedWithdrawnAndComesBackWithThem() {
        UUID id = UUID.randomUUID();
        NationalIdentityNumber arne = people.stranger();
        ReadingPlan alone = ReadingPlan.alone(BORN.plusYears(16));
        people.isKnown(id, 1, arne, BORN, alone);
        decide(arne, "GRANT");

        people.died(id, 2, arne, BORN, alone);

        await().untilAsserted(() -> ask(CLINIC, arne).body("said", equalTo("WITHDRAWN")));
        people.isKnown(id, 3, arne, BORN, alone);
        await().untilAsserted(() -> ask(CLINIC, arne).body("said", equalTo("GRANTED")));
    }

    @Test
    void badQueriesAreRefusedWithoutRepeatingTheNumber() {
        for (String body : new String[] {
            "{}", "{\"nationalIdentityNumber\": \"12345678901\"}", "{\"nationalIdentityNumber\": 1}", "[", "null"
        }) {
            String answer = post(CLINIC, body).statusCode(400).extract().body().asString();
            assertThat(answer).doesNotContain("12345678901").contains("BD-10");
        }
    }

    @Test
    void operatorsSeeHowFarEachReaderHasCome() {
        decide(people.adult(), "GRANT");

        given().auth()
                .oauth2(Tokens.operator("olga").sign())
                .get("/v1/operations/decision-readers")
                .then()
                .statusCode(200)
                .body("reader", hasItems("audit", "mailbox", "notification"))
                .body("behind.min()", notNullValue())
                .body("[0].oldest", notNullValue());
    }

    private static void decide(NationalIdentityNumber who, String decision) {
        as(who).body("""
                        {"controller": "%s", "purpose": "letters", "decision": "%s", "noticeVersion": 1,
                        "language": "nb"}""".formatted(CLINIC, decision))
                .post("/v1/me/consent-decisions")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse ask(String clinic, NationalIdentityNumber about) {
        return post(clinic, "{\"nationalIdentityNumber\": \"" + about.value() + "\"}")
                .statusCode(200);
    }

    private static ValidatableResponse asStaff(String hpr, String clinic, NationalIdentityNumber about) {
        return given().auth()
                .oauth2(Tokens.healthWorker(hpr, clinic)
                        .with("scope", "brevdue:letters.read")
                        .sign())
                .contentType("application/json")
                .body("{\"nationalIdentityNumber\": \"" + about.value() + "\"}")
                .post("/v1/organization/consent-queries")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String clinic, String body) {
        return given().auth()
                .oauth2(Tokens.clientSystem(clinic, "brevdue:letters.write").sign())
                .contentType("application/json")
                .body(body)
                .post("/v1/organization/consent-queries")
                .then();
    }
}
