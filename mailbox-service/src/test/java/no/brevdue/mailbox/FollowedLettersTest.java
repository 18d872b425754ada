package no.brevdue.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import no.brevdue.contracts.notification.v1.Channel;
import no.brevdue.contracts.notification.v1.NotificationHandedOver;
import no.brevdue.contracts.notification.v1.NotificationOrdered;
import no.brevdue.mailbox.print.PrintingHouse;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the documented API shows of letters that have gone different ways is what is answered, but for ids and times. */
@QuarkusTest
class FollowedLettersTest {

    private static final Duration READING_TIME = Duration.ofDays(14).plusSeconds(1);

    private final People people;
    private final Facts facts;
    private final Database database;
    private final TestClock clock;

    FollowedLettersTest(People people, Facts facts, Database database, TestClock clock) {
        this.people = people;
        this.facts = facts;
        this.database = database;
        this.clock = clock;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void readAndTakenBack() throws IOException {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String published = told(kari);
        String opened = told(kari);
        String recalled = told(kari);

        person(kari)
                .post("/v1/me/letters/" + delivery(opened) + "/openings")
                .then()
                .statusCode(200);
        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "WRONG_RECIPIENT"))
                .post("/v1/sender/messages/" + recalled + "/recalls")
                .then()
                .statusCode(200);

        looksLike("published", published);
        looksLike("opened", opened);
        looksLike("recalled", recalled);
    }

    @Test
    void onPaperAndNowhere() throws IOException {
        NationalIdentityNumber hidden = people.registered(People.ADULT);
        PrintingHouse.WITHHELD.add(people.alias(hidden));
        String posted = told(people.registered(People.ADULT));
        String notPosted = told(hidden);

        clock.advance(READING_TIME);

        await().untilAsserted(
                        () -> assertThat(ladder(notPosted)).endsWith("FALLBACK_FAILED mailbox PRINT_NOT_POSSIBLE"));
        looksLike("nowhere-to-post", notPosted);
        await().untilAsserted(() -> assertThat(ladder(posted)).last().asString().startsWith("FALLBACK_HANDED_OVER"));
        PrintingHouse.STATES.put(job(posted), "DISPATCHED");
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(ladder(posted)).last().asString().startsWith("PAPER_DISPATCHED"));
        PrintingHouse.STATES.put(job(posted), "RETURNED");
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(ladder(posted)).last().asString().startsWith("FALLBACK_FAILED"));
        looksLike("returned-by-the-post", posted);
    }

    private void looksLike(String example, String message) throws IOException {
        JsonNode documented = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .at("/paths/~1v1~1sender~1messages~1{messageId}/get/responses/200/content/application~1json/examples")
                .path(example)
                .path("value");
        JsonNode shown = documented.isTextual() ? new ObjectMapper().readTree(documented.asText()) : documented;

        assertThat(withoutIdsAndTimes(status(message))).isEqualTo(withoutIdsAndTimes(shown));
    }

    /** Each value under its path; of ids and times only whether there is one. */
    private static List<String> withoutIdsAndTimes(JsonNode node) {
        List<String> values = new ArrayList<>();
        collect("", node, values);
        return values;
    }

    private static void collect(String path, JsonNode node, List<String> values) {
        if (node.isValueNode()) {
            boolean varies = node.isTextual() && !node.asText().matches("[A-Za-z_]+");
            values.add(path + "=" + (varies ? "…" : node.asText()));
        }
        node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), values));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), values);
        }
    }

    /** A letter whose reader has been told of it. */
    private String told(NationalIdentityNumber number) {
        String message = send(with(letterTo(number), "fallback", "PRINT"))
                .statusCode(201)
                .extract()
                .path("messageId");
        await().untilAsserted(() -> assertThat(ladder(message)).hasSize(2));
        UUID delivery = UUID.fromString(delivery(message));
        UUID attempt = UUID.randomUUID();
        facts.publish(new NotificationOrdered(delivery, 1, attempt, Channel.EMAIL));
        facts.publish(new NotificationHandedOver(delivery, 2, attempt, Channel.EMAIL));
        await().untilAsserted(() -> assertThat(ladder(message)).hasSize(4));
        return message;
    }

    private static List<String> ladder(String message) {
        List<String> rungs = new ArrayList<>();
        status(message)
                .at("/deliveries/0/delivery/evidence")
                .forEach(rung -> rungs.add("%s %s %s"
                        .formatted(
                                rung.path("rung").asText(),
                                rung.path("source").asText(),
                                rung.path("detail").asText())));
        return rungs;
    }

    private static String delivery(String message) {
        return status(message).at("/deliveries/0/delivery/deliveryId").asText();
    }

    private static JsonNode status(String message) {
        return clinic(CLINIC).get("/v1/sender/messages/" + message).as(JsonNode.class);
    }

    private UUID job(String message) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("""
                        select p.id from print_order p join delivery d on d.id = p.delivery_id
                        where d.message_id = :message""")
                .bind("message", UUID.fromString(message))
                .mapTo(UUID.class)
                .one());
    }
}
