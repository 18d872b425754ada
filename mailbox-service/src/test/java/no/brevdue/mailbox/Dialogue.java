package no.brevdue.mailbox;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.consent.v1.ConsentGranted;
import no.brevdue.contracts.consent.v1.ConsentWithdrawn;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.with;
import static org.awaitility.Awaitility.await;

/** A clinic that takes answers, and what people agree to of it. */
@ApplicationScoped
public class Dialogue {

    public static final String TALKING_CLINIC = "100305011";

    private final People people;
    private final Facts facts;

    Dialogue(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    /** A letter that takes answers and has been published; returns its delivery. */
    public String letter(NationalIdentityNumber to) {
        return published(with(letterTo(to), "replyAllowed", true));
    }

    /** The same, opened. */
    public String opened(NationalIdentityNumber to) {
        String letter = letter(to);
        person(to).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        return letter;
    }

    public String published(Map<String, Object> letter) {
        String message = clinic(TALKING_CLINIC)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(letter)
                .post("/v1/sender/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("messageId");
        return await().until(
                        () -> clinic(TALKING_CLINIC)
                                .get("/v1/sender/messages/" + message)
                                .then()
                                .extract()
                                .path("deliveries.find { it.delivery.state == 'PUBLISHED' }.delivery.deliveryId"),
                        id -> id != null);
    }

    public void agrees(NationalIdentityNumber who, long version, String controller, String purpose) {
        facts.publish(new ConsentGranted(
                people.alias(who),
                version,
                UUID.randomUUID(),
                controller,
                purpose,
                TestClock.START.plus(Duration.ofDays(700))));
    }

    public void withdraws(NationalIdentityNumber who, long version, String controller, String purpose) {
        facts.publish(new ConsentWithdrawn(people.alias(who), version, UUID.randomUUID(), controller, purpose));
    }

    public static ValidatableResponse answer(NationalIdentityNumber who, String letter, String key, String text) {
        return person(who)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .post("/v1/me/letters/" + letter + "/replies")
                .then();
    }

    public static ValidatableResponse answer(NationalIdentityNumber who, String letter) {
        return answer(who, letter, UUID.randomUUID().toString(), "Takk, timen passer.");
    }
}
