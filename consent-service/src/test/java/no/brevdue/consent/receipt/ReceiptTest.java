package no.brevdue.consent.receipt;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.consent.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static no.brevdue.consent.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
                .contains("\"piiPrincipalId\":\"" + id, "\"purposeCategory\":[\"Delivery\"]", "\"policyUrl\":\"http://")
                .doesNotContain(kari.value(), people.alias(kari).toString());
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
