package no.brevdue.mailbox;

import io.restassured.filter.log.LogDetail;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** The mailbox as its callers see it: a clinic, a general practitioner's office, a person. */
public final class Mail {

    public static final String CLINIC = "100100673";
    public static final String OTHER_CLINIC = "100100681";
    public static final String GP_OFFICE = "100100703";

    private Mail() {}

    /** A letter in order, to change one thing about. */
    public static Map<String, Object> letterTo(NationalIdentityNumber number) {
        Map<String, Object> letter = new HashMap<>();
        letter.put("reference", "ref-" + UUID.randomUUID());
        letter.put("recipient", Map.of("nationalIdentityNumber", number.value()));
        letter.put("copies", List.of());
        letter.put("purpose", "TREATMENT");
        letter.put("language", "nb");
        letter.put("title", "Innkalling til kontroll");
        letter.put("body", "Du har time mandag.");
        return letter;
    }

    public static Map<String, Object> with(Map<String, Object> letter, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(letter);
        changed.put(field, value);
        return changed;
    }

    public static RequestSpecification clinic(String organization) {
        return bearer(Tokens.clientSystem(organization, "brevdue:letters.write brevdue:letters.read brevdue:inbox"));
    }

    public static RequestSpecification person(NationalIdentityNumber number) {
        return bearer(Tokens.citizen(number.value()));
    }

    public static RequestSpecification personAtLevelSubstantial(NationalIdentityNumber number) {
        return bearer(Tokens.citizen(number.value()).with("acr", "idporten-loa-substantial"));
    }

    public static RequestSpecification bearer(Tokens token) {
        return given().auth().oauth2(token.sign());
    }

    public static ValidatableResponse send(Map<String, Object> letter, String key) {
        return clinic(CLINIC)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(letter)
                .post("/v1/sender/messages")
                .then()
                .log()
                .ifValidationFails(LogDetail.BODY);
    }

    public static ValidatableResponse send(Map<String, Object> letter) {
        return send(letter, UUID.randomUUID().toString());
    }

    /** What notification-service hears before it tells somebody of a delivery. */
    public static JsonPath unread(String delivery) {
        return bearer(Tokens.serviceAccount("notification", "brevdue:unread.read"))
                .contentType(ContentType.JSON)
                .body(Map.of("deliveryId", delivery, "purpose", "letter-notification"))
                .post("/v1/unread-lookups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What the clinic knows of a message now. */
    public static JsonPath status(String messageId) {
        return clinic(CLINIC)
                .get("/v1/sender/messages/" + messageId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
