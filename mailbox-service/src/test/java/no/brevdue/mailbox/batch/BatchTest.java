package no.brevdue.mailbox.batch;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.mailbox.People;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class BatchTest {

    private final People people;

    BatchTest(People people) {
        this.people = people;
    }

    @Test
    void eachLetterIsAcceptedOrRefusedByItselfAndARepetitionFindsThemAgain() {
        Map<String, Object> good = letterTo(people.registered(People.ADULT));
        Map<String, Object> bad = with(letterTo(people.stranger()), "title", " ");
        Map<String, Object> nobody =
                with(letterTo(people.stranger()), "recipient", Map.of("nationalIdentityNumber", "2091469501x"));
        Map<String, Object> last = letterTo(people.registered(People.ADULT));
        String key = UUID.randomUUID().toString();

        List<String> first = batch(key, List.of(good, bad, nobody, last))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused", equalTo(2))
                .body("items.status", equalTo(List.of(201, 400, 400, 201)))
                .body("items[1].errors[0].pointer", equalTo("/title"))
                .extract()
                .path("items.messageId");

        Map<String, Object> corrected = with(bad, "title", "Ny time");
        assertThat(batch(key, List.of(good, corrected, nobody, last))
                        .body("accepted", equalTo(3))
                        .extract()
                        .<List<String>>path("items.messageId"))
                .startsWith(first.get(0))
                .endsWith(first.get(3));
        batch(key, List.of(with(good, "body", "Noe annet.")))
                .body("items[0].status", equalTo(422))
                .body("items[0].code", equalTo("BD-1302"));
    }

    @Test
    void aBatchMayHoldMoreThanAMegabyteAndNotMoreThanAThousandLetters() {
        Map<String, Object> letter = with(letterTo(people.stranger()), "body", "x".repeat(1_300));
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            // Refused one by one and cheaply: what counts here is the size.
            many.add(with(letter, "title", ""));
        }

        batch(UUID.randomUUID().toString(), many).statusCode(400);
        batch(UUID.randomUUID().toString(), many.subList(0, 1_000))
                .statusCode(200)
                .body("refused", equalTo(1_000));
    }

    private static ValidatableResponse batch(String key, List<Map<String, Object>> letters) {
        return clinic(CLINIC)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("letters", letters))
                .post("/v1/sender/batches")
                .then();
    }
}
