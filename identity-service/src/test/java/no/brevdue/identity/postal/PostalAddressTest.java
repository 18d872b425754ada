package no.brevdue.identity.postal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.identity.Letters;
import no.brevdue.identity.Registers;
import no.brevdue.identity.SyntheticPeople;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class PostalAddressTest {

    private final Letters letters;
    private final Facts facts;

    PostalAddressTest(Letters letters, Facts facts) {
        this.letters = letters;
        this.facts = facts;
    }

    @AfterEach
    void theRegisterIsBack() {
        Registers.populationRegisterAway(false);
    }

    @Test
    void whereALetterCanBePostedIsAskedOfTheRegisterAndRecorded() {
        UUID alias = living(SyntheticPeople.BRYNJAR, "1970-07-29");

        lookUp(alias)
                .statusCode(200)
                .body("name", equalTo("Navn Navnesen"))
                .body("lines", contains("Storgata 1", "0155 Oslo"));

        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anyMatch(entry -> alias.equals(entry.subject())
                        && entry.action().equals("postal-address-read")
                        && entry.purpose().equals("letter-print")));
    }

    @Test
    void aProtectedAddressIsTheSameAsNone() {
        UUID alias = living(SyntheticPeople.SYNNOVE, "1970-09-18");
        Registers.isProtected(SyntheticPeople.SYNNOVE, "Confidential");

        lookUp(alias).statusCode(404).body("code", equalTo("BD-1140"));
        lookUp(UUID.randomUUID()).statusCode(404).body("code", equalTo("BD-1140"));
    }

    @Test
    void aHomeThatMayNotKnowGetsNothing() {
        UUID thirteen = living(SyntheticPeople.VALBORG, "2012-08-09");

        lookUp(thirteen).statusCode(404).body("code", equalTo("BD-1140"));
    }

    @Test
    void nothingIsPostedToTheHomeOfAChildWhileAClinicHidesIt() {
        String digits = SyntheticNumbers.person(5900).value();
        UUID eight = living(digits, "2017-06-02");
        lookUp(eight).statusCode(200);

        String block = clinic().body(Map.of("nationalIdentityNumber", digits, "purpose", "CHILD_PROTECTION"))
                .post("/v1/care/disclosure-blocks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        lookUp(eight).statusCode(404).body("code", equalTo("BD-1140"));
        clinic().delete("/v1/care/disclosure-blocks/" + block).then().statusCode(204);
        lookUp(eight).statusCode(200);
    }

    @Test
    void whileTheRegisterIsAwayNobodyKnows() {
        UUID alias = living(SyntheticPeople.TORBJORN, "1988-07-19");
        Registers.populationRegisterAway(true);

        lookUp(alias).statusCode(503).header("Retry-After", equalTo("60"));
    }

    private UUID living(String number, String birthDate) {
        Registers.know(number, birthDate);
        Registers.named(number, "Navn", "Navnesen");
        Registers.postalAddress(number, "Storgata", "1", "0155", "Oslo");
        return letters.register(number).alias();
    }

    private static RequestSpecification clinic() {
        return given().auth()
                .oauth2(Tokens.clientSystem("100100673", "brevdue:representation")
                        .sign())
                .contentType("application/json");
    }

    private static ValidatableResponse lookUp(UUID alias) {
        return given().auth()
                .oauth2(Tokens.serviceAccount("mailbox", "brevdue:postal-addresses.read")
                        .sign())
                .contentType("application/json")
                .body(Map.of("alias", alias, "purpose", "letter-print"))
                .post("/v1/postal-addresses/lookups")
                .then();
    }
}
