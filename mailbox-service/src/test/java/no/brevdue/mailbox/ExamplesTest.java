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
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static no.brevdue.mailbox.Mail.bearer;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.person;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever copies an example from the documented API sends what is accepted. */
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
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
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
