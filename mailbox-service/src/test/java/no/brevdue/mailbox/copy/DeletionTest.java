package no.brevdue.mailbox.copy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
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
    private final Facts facts;
    private final DestructionJob destruction;

    DeletionTest(People people, TestClock clock, Database database, Facts facts, DestructionJob destruction) {
        this.people = people;
        this.clock = clock;
        this.database = database;
        this.facts = facts;
        this.destruction = destruction;
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

        undo(kari, letter).statusCode(204);

        person(kari).get("/v1/me/letters").then().body("letters", hasSize(1));
        open(kari, letter).statusCode(200);
        undo(kari, letter).statusCode(409).body("code", equalTo("BD-1362"));
    }

    @Test
    void aDeletionCanBeUndoneForThirtyDaysAndThenTheCopyIsGone() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);
        delete(kari, letter, false);

        clock.advance(Duration.ofDays(29));
        undo(kari, letter).statusCode(204);
        delete(kari, letter, false);
        clock.advance(Duration.ofDays(30).plusSeconds(1));

        await().untilAsserted(() -> assertThat(wraps(message)).isEqualTo(1)); // the sender's own copy
        undo(kari, letter).statusCode(404).body("code", equalTo("BD-1310"));
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

        open(kari, letter).statusCode(404);
        undo(kari, letter).statusCode(404);
        await().untilAsserted(() -> assertThat(wraps(message)).isEqualTo(1));
        person(kari).get("/v1/me/letters?deleted=true").then().body("letters", hasSize(0));
        assertThat(status(message).getBoolean("complete")).isTrue();
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("NONE");
    }

    @Test
    void whatIsSomebodyElsesGoesOutOfSightWhenItIsDeletedAndStaysAsEvidence() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);
        person(kari).post("/v1/me/letters/" + letter + "/not-mine").then().statusCode(204);

        delete(kari, letter, true);
        delete(kari, letter, false);

        isOutOfSight(kari, letter);
        assertThat(status(message).getList("deliveries[0].delivery.evidence.rung"))
                .containsExactly("ACCEPTED", "PUBLISHED", "OPENED", "DISOWNED", "FALLBACK_ORDERED");
        clock.advance(Copies.TIME_TO_UNDO.plusSeconds(1));
        assertThat(destruction.run()).isFalse();
        assertThat(wraps(message)).isEqualTo(2);
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .anyMatch(entry -> entry.action().equals("sealed-letter-removed")
                        && entry.object().equals(letter)));
    }

    @Test
    void whoeverHasDeletedALetterDoesNotSeeItAgainBecauseItIsSealed() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = sent(letterTo(kari));
        String letter = published(kari);
        open(kari, letter).statusCode(200);
        delete(kari, letter, false);

        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "WRONG_RECIPIENT"))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then()
                .statusCode(200);

        isOutOfSight(kari, letter);
        assertThat(wraps(message)).isEqualTo(2);
    }

    private static void isOutOfSight(NationalIdentityNumber person, String letter) {
        for (String list : List.of("/v1/me/letters", "/v1/me/letters?deleted=true")) {
            person(person).get(list).then().body("letters", hasSize(0));
        }
        person(person).get("/v1/me/letters/" + letter).then().statusCode(404);
        open(person, letter).statusCode(404);
        undo(person, letter).statusCode(404);
    }

    private static ValidatableResponse undo(NationalIdentityNumber person, String letter) {
        return person(person).delete("/v1/me/letters/" + letter + "/deletions").then();
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
