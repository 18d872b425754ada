package no.brevdue.mailbox.print;

import io.restassured.http.ContentType;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Letters whose sender wants them printed, and what becomes of them. */
@ApplicationScoped
class Paper {

    /** After which nobody waits for a reader any more. */
    static final Duration READING_TIME = Duration.ofDays(14).plusSeconds(1);

    private final Database database;

    Paper(Database database) {
        this.database = database;
    }

    String published(NationalIdentityNumber number) {
        Map<String, Object> letter = with(letterTo(number), "fallback", "PRINT");
        String id = send(letter).statusCode(201).extract().path("messageId");
        await().untilAsserted(() -> assertThat(rungs(id)).contains("PUBLISHED"));
        return id;
    }

    static List<String> rungs(String message) {
        return status(message).getList("deliveries[0].delivery.evidence.rung");
    }

    static void open(NationalIdentityNumber person, String message) {
        person(person)
                .post("/v1/me/letters/" + status(message).getString("deliveries[0].delivery.deliveryId") + "/openings")
                .then()
                .statusCode(200);
    }

    static void disown(NationalIdentityNumber person, String message) {
        person(person)
                .post("/v1/me/letters/" + status(message).getString("deliveries[0].delivery.deliveryId") + "/not-mine")
                .then()
                .statusCode(204);
    }

    static void recall(String message) {
        recall(message, "WRONG_RECIPIENT");
    }

    static void recall(String message, String reason) {
        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then()
                .statusCode(200);
    }

    static List<Map<String, Object>> breaches(String message) {
        return clinic(CLINIC)
                .get("/v1/sender/breaches")
                .then()
                .statusCode(200)
                .extract()
                .path("breaches.findAll { it.messageId == '" + message + "' }");
    }

    /** Where the order is, and how often it failed there. */
    String order(String message) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("""
                        select p.state || ' ' || p.setbacks from print_order p join delivery d on d.id = p.delivery_id
                        where d.message_id = :message""")
                .bind("message", UUID.fromString(message))
                .mapTo(String.class)
                .findOne()
                .orElse("none"));
    }

    UUID job(String message) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("""
                        select p.id from print_order p join delivery d on d.id = p.delivery_id
                        where d.message_id = :message""")
                .bind("message", UUID.fromString(message))
                .mapTo(UUID.class)
                .one());
    }
}
