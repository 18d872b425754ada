package no.brevdue.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static no.brevdue.mailbox.Mail.bearer;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever copies an example from the documented API sends what is accepted, and whoever reads one sees what is answered. */
@QuarkusTest
class ExamplesTest {

    private static final String SENDER = "100200805";
    private static final int NOT_FOUND = 404;

    private final People people;

    ExamplesTest(People people) {
        this.people = people;
    }

    @Test
    void everyBodyHasAnExampleAndEachIsAccepted() throws IOException {
        JsonNode document = document();
        List<String> sent = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String reference = operation
                        .getValue()
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asText();
                if (!reference.isEmpty()) {
                    JsonNode examples = document.at(reference.substring(1)).path("examples");
                    assertThat(examples).as(reference).isNotEmpty();
                    examples.forEach(example -> send(path.getKey(), example.toString()));
                    sent.add(path.getKey());
                }
            }
        }
        assertThat(sent).hasSizeGreaterThan(10);
    }

    @Test
    void answersLookLikeTheirExamples() throws IOException {
        JsonNode document = document();
        JsonNode refusals = document.at("/paths/~1v1~1sender~1messages/post/responses");
        Map<String, Object> letter = letterTo(people.stranger());
        String key = UUID.randomUUID().toString();

        JsonNode stored = answer(letter, key);
        JsonNode told = await().until(
                        () -> clinic(SENDER).get("/v1/sender/events").as(JsonNode.class),
                        page -> !page.path("events").isEmpty());

        assertThat(shape(stored)).isEqualTo(shape(document.at("/components/schemas/MessageStatus/examples/0")));
        assertThat(shape(told)).isEqualTo(shape(document.at("/components/schemas/FeedPage/examples/0")));
        looksLike(refusals.path("400"), answer(with(letter, "title", " "), key));
        looksLike(refusals.path("409"), answer(letter, UUID.randomUUID().toString()));
        looksLike(refusals.path("422"), answer(with(letter, "body", "Noe annet."), key));
    }

    private static void looksLike(JsonNode documented, JsonNode refusal) throws IOException {
        JsonNode example = documented
                .at("/content/application~1problem+json/examples")
                .iterator()
                .next()
                .path("value");
        JsonNode problem = example.isTextual() ? new ObjectMapper().readTree(example.asText()) : example;

        assertThat(shape(refusal)).isEqualTo(shape(problem));
        for (String same : List.of("type", "title", "status", "code")) {
            assertThat(refusal.path(same)).isEqualTo(problem.path(same));
        }
    }

    /** The names of all fields, as paths; of a list its first element says what they are. */
    private static Set<String> shape(JsonNode answer) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            names.add(field.getKey());
            JsonNode value = field.getValue().isArray() ? field.getValue().path(0) : field.getValue();
            shape(value).forEach(name -> names.add(field.getKey() + "/" + name));
        }
        return names;
    }

    private static JsonNode answer(Map<String, Object> letter, String key) {
        return clinic(SENDER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(letter)
                .post("/v1/sender/messages")
                .as(JsonNode.class);
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
    }

    /** What an address names in its path is nobody's, which is said after the body has been read. */
    private void send(String path, String body) {
        int status = caller(path)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path.replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString()))
                .statusCode();

        assertThat(status)
                .as("%s %s", path, body)
                .satisfiesAnyOf(
                        answer -> assertThat(answer).isBetween(200, 299),
                        answer -> assertThat(path.contains("{") ? answer : 0).isEqualTo(NOT_FOUND));
    }

    private RequestSpecification caller(String path) {
        if (path.startsWith("/v1/me/")) {
            return person(people.registeredAndInAgreement());
        }
        if (path.startsWith("/v1/staff/")) {
            return bearer(Tokens.healthWorker("9144900", SENDER).with("scope", "brevdue:letters.read"));
        }
        if (path.startsWith("/v1/unread-lookups")) {
            return bearer(Tokens.serviceAccount("notification", "brevdue:unread.read"));
        }
        return clinic(SENDER);
    }
}
