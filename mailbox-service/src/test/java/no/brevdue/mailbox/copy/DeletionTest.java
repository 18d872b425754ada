package no.brevdue.mailbox.copy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** A person's own copy, and what becomes of it when they do not want it any more. */
@QuarkusTest
class DeletionTest {

    private final People people;
    private final TestClock clock;
    private final Database database;

    DeletionTest(People people, TestClock clock, Database database) {
        this.people = people;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void whatIsDeletedUnreadIsToldToItsSenderAndCanBeUndone() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);

        delete(kari, letter, false);

        person(kari).get("/v1/me/letters").then().body("letters", hasSize(0));
        person(kari).get("/v1/me/letters?deleted=true").then().body("letters", hasSize(1));
        person(kari).get("/v1/me/unread-count").then().body("unread", equalTo(0));
        open(kari, letter).statusCode(409).body("code", equalTo("BD-1361"));
        assertThat(status(message).getList("deliveries[0].delivery.evidence.rung"))
                .containsExactly("ACCEPTED", "PUBLISHED", "DELETED_UNREAD", "FALLBACK_ORDERED");
        assertThat(status(message).getString("deliveries[0].delivery.reason")).isEqualTo("DELETED_UNREAD");

        person(kari).delete("/v1/me/letters/" + letter + "/deletions").then().statusCode(204);

        person(kari).get("/v1/me/letters").then().body("letters", hasSize(1));
        open(kari, letter).statusCode(200);
        person(kari).delete("/v1/me/letters/" + letter + "/deletions").then().statusCode(409);
    }

    @Test
    void aDeletionCanBeUndoneForThirtyDaysAndThenTheCopyIsGone() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);
        delete(kari, letter, false);

        clock.advance(Duration.ofDays(29));
        person(kari).delete("/v1/me/letters/" + letter + "/deletions").then().statusCode(204);
        delete(kari, letter, false);
        clock.advance(Duration.ofDays(30).plusSeconds(1));

        await().untilAsserted(() -> assertThat(wraps(message)).isEqualTo(1)); // the sender's own copy
        person(kari).delete("/v1/me/letters/" + letter + "/deletions").then().statusCode(409);
        open(kari, letter).statusCode(404);
        person(kari).get("/v1/me/letters?deleted=true").then().body("letters", hasSize(0));
    }

    @Test
    void deletedForGoodIsGoneForThePersonAndNobodyElse() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);

        delete(kari, letter, true);

        await().untilAsserted(() -> assertThat(wraps(message)).isEqualTo(1));
        open(kari, letter).statusCode(404);
        person(kari).get("/v1/me/letters?deleted=true").then().body("letters", hasSize(0));
        assertThat(status(message).getBoolean("complete")).isTrue();
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("NONE");
    }

    private static void delete(NationalIdentityNumber person, String letter, boolean forGood) {
        person(person)
                .contentType(ContentType.JSON)
                .body(Map.of("forGood", forGood))
                .post("/v1/me/letters/" + letter + "/deletions")
                .then()
                .statusCode(204);
    }

    private static String sent(Map<String, Object> letter) {
        return send(letter).statusCode(201).extract().path("messageId");
    }

    private static String published(NationalIdentityNumber person) {
        await().untilAsserted(() -> person(person).get("/v1/me/letters").then().body("letters", hasSize(1)));
        return person(person).get("/v1/me/letters").then().extract().path("letters[0].letterId");
    }

    private static ValidatableResponse open(NationalIdentityNumber person, String letter) {
        return person(person).post("/v1/me/letters/" + letter + "/openings").then();
    }

    private int wraps(String message) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select count(*) from message_key where message_id = :message")
                .bind("message", UUID.fromString(message))
                .mapTo(Integer.class)
                .one());
    }
}
