package no.brevdue.platform.problem;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import no.brevdue.platform.probe.ProbeProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@TestProfile(ProbeProfile.class)
class ProblemMapperTest {

    @Test
    void aSoundBodyIsAccepted() {
        post("{\"title\": \"Innkalling\", \"copies\": 2}").statusCode(200).body("title", equalTo("Innkalling"));
    }

    @Test
    void everyProblemHasTypeTitleStatusCodeDetailAndTraceId() {
        assertProblem(post("{"), 400, 1002)
                .body("type", equalTo("/problems/malformed-json"))
                .body("title", equalTo("Invalid request"))
                .body("detail", startsWith("The body is not valid JSON at line 1"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void aSecondValueAfterTheBodyIsRefused() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 1} {}"), 400, 1002);
    }

    @Test
    void aFieldNamedTwiceIsRefused() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 1, \"title\": \"b\"}"), 400, 1002);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertProblem(
                given().contentType("application/json")
                        .body(new byte[] {0, 0, 0, '{', 127, 0, 0, 0})
                        .post("/probe/letters")
                        .then(),
                400,
                1002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "\\udc00\\ud800"})
    void textThatCannotBeStoredAsItIsIsRefused(String escaped) {
        assertProblem(post("{\"title\": \"" + escaped + "\", \"copies\": 1}"), 400, 1004)
                .body("errors.pointer", hasItem("/title"));
    }

    @Test
    void aCharacterOfTwoHalvesIsText() {
        post("{\"title\": \"\\ud83d\\udc8c\", \"copies\": 1}").statusCode(200).body("title", equalTo("\ud83d\udc8c"));
    }

    @Test
    void anUnknownFieldIsPointedAt() {
        assertProblem(
                        post("{\"title\": \"a\", \"copies\": 1, \"recipients\": [{\"name\": \"a\", \"nmae\": \"b\"}]}"),
                        400,
                        1003)
                .body("errors.pointer", hasItem("/recipients/0/nmae"));
    }

    @Test
    void aNumberWhereTextBelongsIsPointedAtAndNotRepeated() {
        assertProblem(post("{\"title\": 20914695016, \"copies\": 1}"), 400, 1004)
                .body("errors.pointer", hasItem("/title"))
                .body("errors.detail", hasItem("must be text"))
                .body(not(containsString("20914695016")));
    }

    @Test
    void textIsNotReadAsNumber() {
        assertProblem(post("{\"title\": \"a\", \"copies\": \"2\"}"), 400, 1004)
                .body("errors.pointer", hasItem("/copies"))
                .body("errors.detail", hasItem("must be a whole number"));
    }

    @Test
    void aFractionIsNotCutToAWholeNumber() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 2.5}"), 400, 1004)
                .body("errors.pointer", hasItem("/copies"));
    }

    @Test
    void nullIsNotReadAsZero() {
        assertProblem(post("{\"title\": \"a\", \"copies\": null}"), 400, 1004)
                .body("errors.pointer", hasItem("/copies"));
    }

    @Test
    void textIsNotReadAsTrue() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 1, \"urgent\": \"true\"}"), 400, 1004)
                .body("errors.pointer", hasItem("/urgent"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 1, \"importance\": \"20914695016\"}"), 400, 1004)
                .body("errors.detail", hasItem("must be one of NORMAL, HIGH"))
                .body(not(containsString("20914695016")));
    }

    @Test
    void aNumberIsNotReadAsTheNumberOfAName() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 1, \"importance\": 1}"), 400, 1004)
                .body("errors.pointer", hasItem("/importance"));
    }

    @Test
    void aMalformedTimeIsAnsweredWithAnExample() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 1, \"actBy\": \"tomorrow\"}"), 400, 1004)
                .body("errors.detail", hasItem(containsString("2026-01-31T12:00:00Z")));
    }

    @Test
    void aProblemOfAValueTypeKeepsItsCodeAndGetsAPointer() {
        assertProblem(post("{\"title\": \"a\", \"copies\": 1, \"sender\": {\"value\": \"123\"}}"), 400, 1018)
                .body("errors.pointer", hasItem("/sender"));
    }

    @Test
    void violatedConstraintsArePointedAt() {
        assertProblem(
                        post(
                                "{\"title\": \"\", \"copies\": 1, \"recipients\": [{\"name\": \"a\"}, {\"name\": \" \"}]}"),
                        400,
                        1005)
                .body("errors.pointer", equalTo(List.of("/recipients/1/name", "/title")));
    }

    @Test
    void aMissingBodyIsRefused() {
        assertProblem(
                given().contentType("application/json").post("/probe/letters").then(), 400, 1006);
    }

    @Test
    void aBodyThatIsOnlyNullIsMissing() {
        assertProblem(post("null"), 400, 1006);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        assertProblem(
                given().contentType("text/plain")
                        .body("a")
                        .post("/probe/letters")
                        .then(),
                415,
                1023);
    }

    @Test
    void anAnswerNobodyAcceptsIsRefused() {
        assertProblem(
                given().accept("image/png")
                        .get("/probe/letters/" + UUID.randomUUID())
                        .then(),
                406,
                1022);
    }

    @Test
    void anUnknownAddressIsNotFound() {
        assertProblem(given().get("/nowhere").then(), 404, 1020);
    }

    @Test
    void aMalformedIdIsNotFound() {
        assertProblem(given().get("/probe/letters/20914695016").then(), 404, 1020)
                .body(not(containsString("20914695016")));
    }

    @Test
    void anotherMethodIsRefused() {
        assertProblem(given().delete("/probe/locked").then(), 405, 1021);
    }

    @Test
    void aMalformedQueryParameterIsRefused() {
        assertProblem(given().get("/probe/letters?after=first").then(), 400, 1007)
                .body(not(containsString("first")));
    }

    @Test
    void aQueryParameterOutsideItsLimitsIsNamed() {
        assertProblem(given().get("/probe/letters?limit=51").then(), 400, 1007)
                .body("detail", equalTo("The parameter limit must be less than or equal to 50."));
    }

    @Test
    void aMalformedHeaderIsRefused() {
        assertProblem(
                given().header("Brevdue-Since", "today").get("/probe/letters").then(), 400, 1007);
    }

    @Test
    void aProblemOfAFeatureKeepsItsCodeAndSaysWhenToComeBack() {
        assertProblem(given().post("/probe/locked").then(), 429, 1999).header("Retry-After", "30");
    }

    @Test
    void anUnexpectedFailureTellsNothingButTheTraceId() {
        assertProblem(given().post("/probe/broken").then(), 500, 1000)
                .body("detail", equalTo("The request failed on our side."))
                .body(not(containsString("secret")));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/probe/letters")
                .then();
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse assertProblem(ValidatableResponse response, int status, int code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo("BD-" + code))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }
}
