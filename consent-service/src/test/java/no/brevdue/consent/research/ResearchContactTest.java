package no.brevdue.consent.research;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.consent.People;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Whether researchers may contact somebody. */
@QuarkusTest
class ResearchContactTest {

    private final People people;
    private final Facts facts;

    ResearchContactTest(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    @Test
    void anOrganisationAsksBeforeItContactsAndThePersonSeesIt() {
        NationalIdentityNumber kari = people.stranger();
        ask(kari, "brevdue:research.read").statusCode(200).body("mayBeContacted", equalTo(true));
        as(kari).body(Map.of("mayBeContacted", false)).put("/v1/me/research-contact");

        ask(kari, "brevdue:research.read").statusCode(200).body("mayBeContacted", equalTo(false));
        ask(kari, "brevdue:letters.read").statusCode(403);

        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> people.alias(kari).equals(entry.subject()))
                .filteredOn(entry -> entry.action().equals("research-contact-asked-about"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.purpose()).isEqualTo("research")));
    }

    private static ValidatableResponse ask(NationalIdentityNumber about, String scope) {
        return given().auth()
                .oauth2(Tokens.clientSystem("100100673", scope).sign())
                .contentType("application/json")
                .body(Map.of("nationalIdentityNumber", about.value()))
                .post("/v1/organization/research-contact-queries")
                .then();
    }

    @Test
    void whoHasSaidNothingMayBeContactedByResearchersAndIsShownSo() {
        NationalIdentityNumber kari = people.stranger();
        as(kari).get("/v1/me/research-contact")
                .then()
                .statusCode(200)
                .body("mayBeContacted", equalTo(true))
                .body("decidedAt", nullValue());

        as(kari).body(Map.of("mayBeContacted", false))
                .put("/v1/me/research-contact")
                .then()
                .statusCode(200)
                .body("mayBeContacted", equalTo(false))
                .body("decidedAt", notNullValue());
        as(kari).body(Map.of("mayBeContacted", true)).put("/v1/me/research-contact");

        as(kari).get("/v1/me/research-contact").then().body("mayBeContacted", equalTo(true));
        as(people.stranger()).get("/v1/me/research-contact").then().body("decidedAt", nullValue());
    }
}
