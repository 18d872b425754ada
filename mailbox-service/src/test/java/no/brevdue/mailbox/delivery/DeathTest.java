package no.brevdue.mailbox.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.PersonRegistered;
import no.brevdue.contracts.identity.v1.PersonRestated;
import no.brevdue.contracts.notification.v1.FailureReason;
import no.brevdue.contracts.notification.v1.NotificationFailed;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.unread;
import static no.brevdue.mailbox.Mail.with;
import static no.brevdue.mailbox.People.ADULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class DeathTest {

    private static final PersonFacts DEAD = new PersonFacts(
            ADULT.birthDate(),
            true,
            false,
            false,
            ADULT.emailUsable(),
            ADULT.smsUsable(),
            ADULT.language(),
            ADULT.plan());

    private final People people;
    private final Facts facts;
    private final TestClock clock;
    private final Recipients recipients;
    private final Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private NationalIdentityNumber arne;

    private UUID personId = UUID.randomUUID();
    private long version;

    DeathTest(People people, Facts facts, TestClock clock, Recipients recipients, Database database) {
        this.people = people;
        this.facts = facts;
        this.clock = clock;
        this.recipients = recipients;
        this.database = database;
    }

    @BeforeEach
    void arneLives() {
        arne = people.stranger();
        personId = UUID.randomUUID();
        version = 1;
        people.sourcesAreAlive();
        facts.publish(new PersonRegistered(personId, version, people.alias(arne), ADULT));
        people.acceptsTerms(arne);
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aDeathTakesEveryLetterFromItsReaderAndPausesWhatIsUnread() {
        String message = published();
        String letter = delivery(message);
        clock.advance(Duration.ofDays(2));

        becomes(DEAD);

        await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("REPORTED_DEAD"));
        assertThat(state(message)).isEqualTo("PUBLISHED");
        assertThat(status(message).getString("deliveries[0].delivery.thenWhat")).isEqualTo("RETURN");
        assertThat(unread(letter).getBoolean("unread")).isFalse();
        assertThat(deadline(message)).isEqualTo(clock.instant().plus(DeathService.PAUSE));
        await().untilAsserted(() -> assertThat(news(message)).contains("delivery-paused"));
        person(arne).get("/v1/me/letters").then().statusCode(403).body("code", equalTo("BD-1329"));
        person(arne).get("/v1/me/letters/" + letter).then().statusCode(403);
        person(arne).post("/v1/me/letters/" + letter + "/openings").then().statusCode(403);
        clock.advance(Duration.ofDays(20));
        people.sourcesAreAlive();
        String another = send(letterTo(arne)).statusCode(201).extract().path("messageId");
        await().untilAsserted(() -> assertThat(state(another)).isEqualTo("RETURNED"));
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("NONE");
    }

    @Test
    void anAnnulledDeathGivesTheLetterAndItsRemainingTimeBack() {
        String message = published();
        Instant deadline = deadline(message);
        clock.advance(Duration.ofDays(2));
        becomes(DEAD);
        await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("REPORTED_DEAD"));
        clock.advance(Duration.ofDays(9));

        becomes(ADULT);

        await().untilAsserted(() -> assertThat(reason(message)).isNull());
        assertThat(deadline(message)).isEqualTo(deadline.plus(Duration.ofDays(9)));
        await().untilAsserted(() -> assertThat(news(message)).contains("delivery-resumed"));
        person(arne)
                .post("/v1/me/letters/" + delivery(message) + "/openings")
                .then()
                .statusCode(200)
                .body("body", equalTo("Du har time mandag."));
        assertThat(status(message).getBoolean("complete")).isTrue();
    }

    @Test
    void aDeathNobodyTakesBackReturnsTheLetterAndAnAnnulmentStillReopensIt() {
        String message = published();
        becomes(DEAD);
        await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("REPORTED_DEAD"));

        clock.advance(DeathService.PAUSE.plusSeconds(1));

        await().untilAsserted(() -> assertThat(state(message)).isEqualTo("RETURNED"));
        assertThat(status(message).getBoolean("complete")).isTrue();

        becomes(ADULT);

        await().untilAsserted(() -> assertThat(state(message)).isEqualTo("PUBLISHED"));
        assertThat(status(message).getBoolean("complete")).isFalse();
        person(arne)
                .post("/v1/me/letters/" + delivery(message) + "/openings")
                .then()
                .statusCode(200);
        assertThat(status(message).getBoolean("complete")).isTrue();
    }

    @Test
    void nothingThatIsToldMeanwhileEndsThePauseOfADeath() {
        String message = published();
        UUID letter = UUID.fromString(delivery(message));
        becomes(DEAD);
        await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("REPORTED_DEAD"));
        Instant until = dueAt(letter);
        clock.advance(Duration.ofHours(1));

        becomes(DEAD);
        facts.publish(new NotificationFailed(letter, 1, UUID.randomUUID(), FailureReason.NO_CHANNEL, true));

        await().until(() -> isKnown(version));
        await().untilAsserted(() -> assertThat(status(message).getList("deliveries[0].delivery.evidence.rung"))
                .endsWith("NOTIFICATION_FAILED"));
        assertThat(dueAt(letter)).isEqualTo(until);
        assertThat(state(message)).isEqualTo("PUBLISHED");
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("NONE");
    }

    private Instant dueAt(UUID delivery) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select due_at from delivery where id = :id")
                .bind("id", delivery)
                .mapTo(Instant.class)
                .one());
    }

    private boolean isKnown(long since) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select exists (select from recipient where person_id = :person and version >= :since)")
                .bind("person", personId)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void whatIsTakenBackWhileADeathHoldsItStaysTakenBackWhenTheDeathIsAnnulled() {
        String paused = published();
        String returned = published();
        String marker = published();
        becomes(DEAD);
        await().untilAsserted(() -> assertThat(reason(paused)).isEqualTo("REPORTED_DEAD"));
        recall(paused);
        clock.advance(DeathService.PAUSE.plusSeconds(1));
        await().untilAsserted(() -> assertThat(state(returned)).isEqualTo("RETURNED"));
        recall(returned);

        becomes(ADULT);

        await().untilAsserted(() -> assertThat(state(marker)).isEqualTo("PUBLISHED"));
        for (String message : List.of(paused, returned)) {
            assertThat(state(message)).isEqualTo("RECALLED");
            assertThat(status(message).getList("deliveries[0].delivery.evidence.findAll{it.rung=='RECALLED'}.detail"))
                    .containsExactly("UNOPENED");
            person(arne)
                    .post("/v1/me/letters/" + delivery(message) + "/openings")
                    .then()
                    .statusCode(404);
        }
    }

    private static void recall(String message) {
        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "WRONG_RECIPIENT"))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true));
    }

    @Test
    void aLetterThatNeverWentOutGoesBackAndOutAgain() {
        becomes(DEAD);
        await().until(() -> !database.asWorker(tx -> recipients.reportedDead(tx, List.of(people.alias(arne))))
                .isEmpty());
        String message = send(letterTo(arne)).statusCode(201).extract().path("messageId");
        await().untilAsserted(() -> assertThat(state(message)).isEqualTo("RETURNED"));
        assertThat(reason(message)).isEqualTo("REPORTED_DEAD");

        becomes(ADULT);

        await().untilAsserted(() -> assertThat(state(message)).isEqualTo("PUBLISHED"));
        await().untilAsserted(() -> assertThat(news(message))
                .containsSubsequence("delivery-returned", "delivery-resumed", "delivery-published"));
    }

    @Test
    void whatWasReadStaysAsProofAndItsReaderIsOut() {
        String message = published();
        String letter = delivery(message);
        person(arne).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);

        becomes(DEAD);

        await().untilAsserted(() ->
                person(arne).get("/v1/me/letters/" + letter).then().statusCode(403));
        assertThat(state(message)).isEqualTo("OPENED");
        assertThat(status(message).getBoolean("complete")).isTrue();
        assertThat(news(message)).doesNotContain("delivery-paused");
    }

    @Test
    void aCopyStaysWithItsOrganization() {
        String message = send(with(letterTo(arne), "copies", List.of(Map.of("organization", GP_OFFICE))))
                .statusCode(201)
                .extract()
                .path("messageId");
        await().untilAsserted(() -> assertThat(status(message).getList("deliveries.delivery.state"))
                .isEqualTo(List.of("PUBLISHED", "PUBLISHED")));

        becomes(DEAD);

        await().untilAsserted(() -> assertThat(reason(message)).isEqualTo("REPORTED_DEAD"));
        assertThat(status(message).getString("deliveries[1].delivery.reason")).isNull();
        clinic(GP_OFFICE)
                .post("/v1/organization/letters/" + status(message).getString("deliveries[1].delivery.deliveryId")
                        + "/fetches")
                .then()
                .statusCode(200);
    }

    private void becomes(PersonFacts now) {
        people.sourcesAreAlive();
        facts.publish(new PersonRestated(personId, ++version, List.of(people.alias(arne)), now));
    }

    private String published() {
        String id = send(letterTo(arne)).statusCode(201).extract().path("messageId");
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("PUBLISHED"));
        return id;
    }

    private static String state(String message) {
        return status(message).getString("deliveries[0].delivery.state");
    }

    private static String reason(String message) {
        return status(message).getString("deliveries[0].delivery.reason");
    }

    private static Instant deadline(String message) {
        return Instant.parse(status(message).getString("deliveries[0].delivery.nextDeadline"));
    }

    private static String delivery(String message) {
        return status(message).getString("deliveries[0].delivery.deliveryId");
    }

    private static List<String> news(String message) {
        return clinic(CLINIC)
                .queryParams(Map.of("limit", 1000))
                .get("/v1/sender/events")
                .then()
                .statusCode(200)
                .extract()
                .path("events.findAll { it.messageId == '" + message + "' }.type");
    }
}
