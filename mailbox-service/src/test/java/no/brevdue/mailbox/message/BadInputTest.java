package no.brevdue.mailbox.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import no.brevdue.platform.caller.Issuer;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.bearer;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is wrong with a letter, its sender is told by a code, and nothing of it is kept. */
@QuarkusTest
class BadInputTest {

    private static final NationalIdentityNumber PERSON = SyntheticNumbers.person(900);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    BadInputTest(Database database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> aBadLetterIsRefusedAndLeavesNothing() {
        Map<String, Object> good = letterTo(PERSON);
        Map<String, Object> withoutTitle = new HashMap<>(good);
        withoutTitle.remove("title");
        String changedDigit =
                (PERSON.value().charAt(0) == '0' ? "1" : "0") + PERSON.value().substring(1);
        return Stream.of(
                refused("broken JSON", "{\"reference\": ", 400),
                refused("no JSON at all", "letter", 400),
                refused("an unknown field", json(with(good, "urgency", "high")), 400),
                refused("a missing title", json(withoutTitle), 400),
                refused("an empty title", json(with(good, "title", " ")), 400),
                refused("a title of 201 characters", json(with(good, "title", "x".repeat(201))), 400),
                refused("a body of 30,001 characters", json(with(good, "body", "x".repeat(30_001))), 400),
                refused("more than a megabyte", json(with(good, "body", "x".repeat(1_100_000))), 413),
                refused("a language nobody speaks here", json(with(good, "language", "sv")), 400),
                refused("an unknown purpose", json(with(good, "purpose", "MARKETING")), 400),
                refused("a wrong check digit", json(with(good, "recipient", recipient(changedDigit))), 400),
                refused("letters in a number", json(with(good, "recipient", recipient("2091469501x"))), 400),
                refused("an H-number", json(with(good, "recipient", recipient("13527248013"))), 400),
                refused("a wrong organisation number", json(with(good, "copies", copy("100100674"))), 400),
                refused("a copy to the sender itself", json(with(good, "copies", copy(CLINIC))), 400),
                refused("an unknown attachment", json(with(good, "attachments", List.of(UUID.randomUUID()))), 400),
                refused("an hour that has passed", json(with(good, "actBy", "2020-01-01T00:00:00Z")), 400),
                refused("a time that is none", json(with(good, "actBy", "soon")), 400));
    }

    @TestFactory
    Stream<DynamicTest> aBadTokenIsRefusedAndLeavesNothing() {
        Tokens good = Tokens.clientSystem(CLINIC, "brevdue:letters.write");
        long past = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
        return Stream.of(
                refusedToken("expired", good.with("exp", past), 401),
                refusedToken("of another issuer", good.signedBy(Issuer.ID_PORTEN), 401),
                refusedToken("for another audience", good.with("aud", "https://other.example"), 401),
                refusedToken("for no audience", good.without("aud"), 401),
                refusedToken("without the scope", Tokens.clientSystem(CLINIC, "brevdue:letters.read"), 403),
                refusedToken("of a person", Tokens.citizen(PERSON.value()), 403));
    }

    @Test
    void withoutAKeyNothingIsSent() {
        refuses(clinic(CLINIC).contentType(ContentType.JSON).body(letterTo(PERSON)), 400);
    }

    @Test
    void withoutATokenNothingIsSent() {
        refuses(given().contentType(ContentType.JSON).body(letterTo(PERSON)), 401);
    }

    private DynamicTest refused(String what, String body, int status) {
        return DynamicTest.dynamicTest(
                what,
                () -> refuses(
                        clinic(CLINIC)
                                .header("Idempotency-Key", UUID.randomUUID())
                                .contentType(ContentType.JSON)
                                .body(body),
                        status));
    }

    private DynamicTest refusedToken(String what, Tokens token, int status) {
        return DynamicTest.dynamicTest(
                what,
                () -> refuses(
                        bearer(token)
                                .header("Idempotency-Key", UUID.randomUUID())
                                .contentType(ContentType.JSON)
                                .body(letterTo(PERSON)),
                        status));
    }

    private void refuses(RequestSpecification request, int status) {
        long before = rows();

        Response response = request.post("/v1/sender/messages");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).startsWith("BD-");
        assertThat(response.asString()).doesNotContain(PERSON.value()).doesNotContain("Exception");
        assertThat(rows()).isEqualTo(before);
    }

    /** Every table a letter would write to. */
    private long rows() {
        return database.asWorker(
                tx -> tx.handle().createQuery("""
                        select (select count(*) from message) + (select count(*) from delivery)
                             + (select count(*) from evidence) + (select count(*) from message_part)
                             + (select count(*) from message_key)""").mapTo(Long.class).one());
    }

    private static Map<String, Object> recipient(String number) {
        return Map.of("nationalIdentityNumber", number);
    }

    private static List<Map<String, Object>> copy(String organization) {
        return List.of(Map.of("organization", organization));
    }

    private static String json(Map<String, Object> letter) {
        try {
            return JSON.writeValueAsString(letter);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
