package no.brevdue.consent.receipt;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.consent.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ReceiptTest {

    private final People people;

    ReceiptTest(People people) {
        this.people = people;
    }

    @Test
    void aReceiptIsInKantarasShapeAndVerifiesWithThePublicKey() throws JoseException {
        NationalIdentityNumber kari = people.adult();
        String id = grant(kari);

        String receipt = as(kari).get("/v1/me/consent-receipts/{id}", id)
                .then()
                .statusCode(200)
                .contentType("application/jwt")
                .extract()
                .asString();

        JsonWebSignature signature = verified(receipt);
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getPayload())
                .contains("\"version\":\"KI-CR-v1.1.0\"", "\"consentType\":\"EXPLICIT\"", "100100673")
                .doesNotContain(kari.value());
        String payload = receipt.split("\\.")[1];
        String forged = receipt.replace(payload, payload.substring(0, payload.length() - 8) + "AAAAAAAA");
        assertThat(verified(forged).verifySignature()).isFalse();
    }

    @Test
    void nobodyGetsAReceiptForAnothersConsent() {
        String id = grant(people.adult());

        as(people.adult())
                .get("/v1/me/consent-receipts/{id}", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("BD-1210"));
    }

    @Test
    void oneCallSaysWhatMustBeDecidedAndWhyAndAFeatureAsksTheFirstTimeItIsUsed() {
        NationalIdentityNumber kari = people.adult();
        as(kari).get("/v1/me/pending-decisions?feature=archive")
                .then()
                .statusCode(200)
                .body("findAll { it.kind != 'NOTICE' }.why", equalTo(List.of("GATES_OPENING", "FIRST_USE")))
                .body("documentId", hasItem("consent-archive"));

        as(kari).body("""
                        {"controller": "platform", "purpose": "archive", "decision": "GRANT", "noticeVersion": 1,
                        "language": "nb"}""").post("/v1/me/consent-decisions").then().statusCode(201);

        as(kari).get("/v1/me/pending-decisions?feature=archive")
                .then()
                .body("findAll { it.kind != 'NOTICE' }.why", equalTo(List.of("GATES_OPENING")));
        as(kari).get("/v1/me/pending-decisions?feature=contact").then().statusCode(400);
    }

    @Test
    void writingToAClinicTakesAnAgreementWithThatClinic() {
        NationalIdentityNumber kari = people.adult();
        String asked = "/v1/me/pending-decisions?feature=contact&controller=";
        as(kari).get(asked + "100100673")
                .then()
                .body("find { it.why == 'FIRST_USE' }.documentId", equalTo("consent-contact"))
                .body("find { it.why == 'FIRST_USE' }.controller", equalTo("100100673"));

        as(kari).body("""
                        {"controller": "100100673", "purpose": "contact", "decision": "GRANT", "noticeVersion": 1,
                        "language": "nb"}""").post("/v1/me/consent-decisions").then().statusCode(201);

        as(kari).get(asked + "100100673").then().body("why", not(hasItem("FIRST_USE")));
        as(kari).get(asked + "100200309").then().body("why", hasItem("FIRST_USE"));
    }

    private static JsonWebSignature verified(String receipt) throws JoseException {
        var keys = new JsonWebKeySet(
                given().get("/v1/receipt-keys").then().statusCode(200).extract().asString());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(receipt);
        signature.setKey(keys.getJsonWebKeys().getFirst().getKey());
        return signature;
    }

    private static String grant(NationalIdentityNumber who) {
        return as(who).body("""
                        {"controller": "100100673", "purpose": "letters", "decision": "GRANT", "noticeVersion": 1,
                        "language": "nb"}""")
                .post("/v1/me/consent-decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("consentId");
    }
}
