package no.brevdue.mailbox.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.identity.NationalIdentityNumbers;
import no.brevdue.platform.identity.SyntheticNumbers;
import no.brevdue.platform.testing.Standstill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Whatever is wrong with a letter, its sender is told by a code, and nothing of it is kept. */
@QuarkusTest
class BadInputTest {

    private static final NationalIdentityNumber PERSON = SyntheticNumbers.person(900);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Standstill still;

    @BeforeAll
    static void stop() {
        still = Standstill.begin();
    }

    @AfterAll
    static void goOn() {
        still.close();
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
                refused("a NUL in the reference", json(with(good, "reference", "a\u0000b")), 400),
                refused(
                        "half a character in the reference",
                        json(with(good, "reference", "REF")).replace("REF", "\\ud800"),
                        400),
                refused("a language nobody speaks here", json(with(good, "language", "sv")), 400),
                refused("an unknown purpose", json(with(good, "purpose", "MARKETING")), 400),
                refused("a wrong check digit", json(with(good, "recipient", recipient(changedDigit))), 400),
                refused("letters in a number", json(with(good, "recipient", recipient("2091469501x"))), 400),
                refused("an H-number", json(with(good, "recipient", recipient("13527248013"))), 400),
                refused("a wrong organisation number", json(with(good, "copies", copy("100100674"))), 400),
                refused("a copy to the sender itself", json(with(good, "copies", copy(CLINIC))), 400),
                refused("an hour that has passed", json(with(good, "actBy", "2020-01-01T00:00:00Z")), 400),
                refused(
                        "an hour that has passed, after another one",
                        json(with(with(good, "notBefore", "2019-01-01T00:00:00Z"), "actBy", "2020-01-01T00:00:00Z")),
                        400),
                refused("a time before all times", json(with(good, "actBy", "-1000000-01-01T00:00:00Z")), 400),
                refused("a time after all times", json(with(good, "notBefore", "+1000000000-12-31T00:00:00Z")), 400),
                refused(
                        "a birth after all times",
                        json(with(
                                good,
                                "recipient",
                                Map.of("nationalIdentityNumber", PERSON.value(), "birthDate", "+999999999-12-31"))),
                        400),
                refused("a time that is none", json(with(good, "actBy", "soon")), 400));
    }

    @Test
    void withoutAKeyNothingIsSent() {
        assertThat(refuses(clinic(CLINIC), letterTo(PERSON), 400)).isEqualTo("BD-1301");
    }

    @Test
    void anUnknownAttachmentIsRefusedBeforeAnybodyGetsKeys() {
        Map<String, Object> good = letterTo(PERSON);
        // A sender has keys from its first letter on.
        send(letterTo(SyntheticNumbers.person(901))).statusCode(201);

        assertThat(refuses(clinicWithKey(), with(good, "attachments", List.of(UUID.randomUUID())), 400))
                .isEqualTo("BD-1338");
    }

    @Test
    void inProductionNothingIsSentToASyntheticPerson() {
        QuarkusMock.installMockForType(SyntheticNumbers.unknownInProduction(), NationalIdentityNumbers.class);

        assertThat(refuses(clinicWithKey(), letterTo(PERSON), 400)).isEqualTo("BD-1014");
    }

    @Test
    void inProductionASyntheticPersonIsNobody() {
        QuarkusMock.installMockForType(SyntheticNumbers.unknownInProduction(), NationalIdentityNumbers.class);

        person(PERSON).get("/v1/me/letters").then().statusCode(403).body("code", equalTo("BD-1032"));
    }

    private static DynamicTest refused(String what, String body, int status) {
        return DynamicTest.dynamicTest(
                what, () -> assertThat(refuses(clinicWithKey(), body, status)).startsWith("BD-"));
    }

    private static RequestSpecification clinicWithKey() {
        return clinic(CLINIC).header("Idempotency-Key", UUID.randomUUID());
    }

    /** Returns the code of the problem. */
    private static String refuses(RequestSpecification request, Object body, int status) {
        var before = still.tables();

        Response response = request.contentType(ContentType.JSON).body(body).post("/v1/sender/messages");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.asString()).doesNotContain(PERSON.value()).doesNotContain("Exception");
        assertThat(still.tables()).isEqualTo(before);
        return response.jsonPath().getString("code");
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
