package no.brevdue.consent.agreement;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import no.brevdue.consent.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What people and clinics find about themselves: a preference, a restriction, an agreement, a legal basis. */
@QuarkusTest
class PreferenceTest {

    private final People people;

    PreferenceTest(People people) {
        this.people = people;
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

    @Test
    void aClinicReadsItsOwnProcessorAgreementBehindItsLoginAndNobodyElses() {
        operator()
                .body(Map.of("controller", "100100673", "text", "# Databehandleravtale"))
                .post("/v1/operations/processor-agreements")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        clinic("100100673")
                .get("/v1/organization/processor-agreements")
                .then()
                .statusCode(200)
                .body("text", equalTo(List.of("# Databehandleravtale")));
        clinic("100200309").get("/v1/organization/processor-agreements").then().body("", empty());
    }

    @Test
    void aClinicDeclaresItsOwnLegalBasisAndEverybodyReadsWhatIsInForce() {
        clinic("100200406")
                .body(Map.of("purpose", "letters", "basis", "CONSENT", "provision", "GDPR art. 6(1)(a)"))
                .put("/v1/organization/legal-bases")
                .then()
                .statusCode(200);
        operator()
                .body(Map.of(
                        "controller",
                        "100200406",
                        "purpose",
                        "letters",
                        "basis",
                        "LAW",
                        "provision",
                        "pasientjournalloven"))
                .put("/v1/operations/legal-bases")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        given().get("/v1/legal-bases?controller=100200406")
                .then()
                .statusCode(200)
                .body("basis", equalTo(List.of("LAW")));
    }

    @Test
    void aRestrictionIsSeenByWhomItIsOfAndLiftedByThemAlone() {
        NationalIdentityNumber kari = people.stranger();
        String id = as(kari).body(Map.of("kind", "PRACTITIONER", "target", "1234567"))
                .post("/v1/me/restrictions")
                .then()
                .statusCode(200)
                .extract()
                .path("restrictionId");

        as(people.stranger())
                .delete("/v1/me/restrictions/{id}", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1220"));
        as(kari).get("/v1/me/restrictions").then().body("target", equalTo(List.of("1234567")));
        as(kari).delete("/v1/me/restrictions/{id}", id).then().statusCode(204);
        as(kari).get("/v1/me/restrictions").then().body("", empty());
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("olga").sign()).contentType("application/json");
    }

    private static RequestSpecification clinic(String organization) {
        return given().auth()
                .oauth2(Tokens.clientSystem(organization, "brevdue:letters.read brevdue:legal-bases.write")
                        .sign())
                .contentType("application/json");
    }
}
