package no.brevdue.mailbox.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.contracts.identity.v1.ReadingPlan;
import no.brevdue.contracts.mailbox.v1.DeliveryLeftUnread;
import no.brevdue.contracts.notification.v1.Channel;
import no.brevdue.contracts.notification.v1.FailureReason;
import no.brevdue.contracts.notification.v1.NotificationFailed;
import no.brevdue.contracts.notification.v1.NotificationHandedOver;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.bearer;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static no.brevdue.mailbox.People.ADULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class DeadlineTest {

    private static final Duration READING_TIME = Duration.ofDays(14).plusSeconds(1);

    private static final PersonFacts PROTECTED =
            new PersonFacts(ADULT.birthDate(), false, true, false, true, true, Language.NB, ADULT.plan());

    private final People people;
    private final Facts facts;
    private final TestClock clock;

    DeadlineTest(People people, Facts facts, TestClock clock) {
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aLetterNobodyOpensFallsBackAndTheSenderIsTold() {
        String id = published();

        clock.advance(READING_TIME);

        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("ORDERED"));
        assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED");
        assertThat(status(id).getString("deliveries[0].delivery.reason")).isEqualTo("UNREAD");
        assertThat(status(id).getBoolean("complete")).isFalse();
        await().untilAsserted(() -> assertThat(news(id)).contains("delivery-fallback-ordered"));
    }

    @Test
    void theFallbackEndsWhenTheSenderHasReachedThePerson() {
        String id = published();
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("ORDERED"));

        report(delivery(id), false);
        assertThat(status(id).getString("deliveries[0].delivery.fallback")).isEqualTo("FAILED");
        assertThat(status(id).getBoolean("complete")).isFalse();
        report(delivery(id), true);

        assertThat(status(id).getString("deliveries[0].delivery.fallback")).isEqualTo("DONE");
        assertThat(status(id).getBoolean("complete")).isTrue();
    }

    @Test
    void aLetterIsPostedOnlyIfNobodyHasOpenedItMeanwhileAndStaysOpenWhenItComesBack() {
        String id = published();
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("ORDERED"));

        handOver(delivery(id)).statusCode(200);
        handOver(delivery(id)).statusCode(409);
        assertThat(status(id).getString("deliveries[0].delivery.fallback")).isEqualTo("HANDED_OVER");
        report(delivery(id), false);

        assertThat(status(id).getBoolean("complete")).isFalse();
        assertThat(status(id).getList("deliveries[0].delivery.evidence.rung"))
                .containsExactly(
                        "ACCEPTED", "PUBLISHED", "FALLBACK_ORDERED", "FALLBACK_HANDED_OVER", "FALLBACK_FAILED");
    }

    @Test
    void whoHasReadMeanwhileNeedsNoPaper() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String id = send(letterTo(kari)).statusCode(201).extract().path("messageId");
        await().untilAsserted(() ->
                assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED"));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("ORDERED"));

        person(kari).post("/v1/me/letters/" + delivery(id) + "/openings").then().statusCode(200);

        handOver(delivery(id)).statusCode(409).body("code", equalTo("BD-1312"));
    }

    @Test
    void aSenderWhoDoesNothingIsToldAgain() {
        String id = published();
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(news(id)).contains("delivery-fallback-ordered"));

        clock.advance(Duration.ofDays(7).plusSeconds(1));

        await().untilAsserted(() -> assertThat(news(id)).contains("fallback-reminder"));
    }

    @Test
    void whoHasNotReadWithinAWeekIsToldOnceMoreAndTheSenderSeesWhatComesNext() {
        String id = published();
        assertThat(status(id).getString("deliveries[0].delivery.thenWhat")).isEqualTo("SECOND_NOTICE");
        assertThat(status(id).getString("deliveries[0].delivery.nextDeadline")).startsWith("2026-01-12");

        clock.advance(Duration.ofDays(7).plusSeconds(1));

        await().untilAsserted(() -> assertThat(facts.published(DeliveryLeftUnread.class))
                .filteredOn(fact -> fact.messageId().toString().equals(id))
                .hasSize(1));
        assertThat(status(id).getString("deliveries[0].delivery.thenWhat")).isEqualTo("FALLBACK");
        assertThat(status(id).getString("deliveries[0].delivery.nextDeadline"))
                .isEqualTo(status(id).getString("deliveries[0].delivery.fallsBackAt"))
                .isEqualTo("2026-01-19T09:00:00Z");
        assertThat(isUnread(delivery(id))).isTrue();
    }

    @Test
    void whoIsReservedButReadsHereGetsADecisionBothWays() {
        NationalIdentityNumber reserved = people.registered(
                new PersonFacts(ADULT.birthDate(), false, false, true, true, true, Language.NB, ADULT.plan()));
        people.acceptsTerms(reserved);
        String id = send(with(letterTo(reserved), "purpose", "DECISION"))
                .statusCode(201)
                .extract()
                .path("messageId");

        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("ORDERED"));
        assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED");
        assertThat(status(id).getString("deliveries[0].delivery.reason")).isEqualTo("USE_OTHER_CHANNEL");

        person(reserved)
                .post("/v1/me/letters/" + delivery(id) + "/openings")
                .then()
                .statusCode(200);
        assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("OPENED");
        assertThat(status(id).getBoolean("complete")).isFalse();
        assertThat(status(id).getString("deliveries[0].delivery.thenWhat")).isEqualTo("FALLBACK_REMINDER");
        handOver(delivery(id)).statusCode(200);
        report(delivery(id), true);
        assertThat(status(id).getBoolean("complete")).isTrue();
        assertThat(status(id).getList("deliveries[0].delivery.evidence.rung"))
                .endsWith("OPENED", "FALLBACK_HANDED_OVER", "FALLBACK_DONE");
    }

    @Test
    void aLetterToBeConfirmedIsCompleteOnceSomebodyConfirmsItAndFallsBackUntilThen() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String id = send(with(letterTo(kari), "confirmationRequired", true))
                .statusCode(201)
                .extract()
                .path("messageId");
        await().untilAsserted(() ->
                assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED"));
        String letter = "/v1/me/letters/" + delivery(id);
        person(kari).post(letter + "/openings").then().statusCode(200);
        assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("OPENED");
        assertThat(status(id).getBoolean("complete")).isFalse();

        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.reason"))
                .isEqualTo("UNCONFIRMED"));
        person(kari).post(letter + "/confirmations").then().statusCode(200);

        assertThat(status(id).getList("deliveries[0].delivery.evidence.rung"))
                .containsExactly("ACCEPTED", "PUBLISHED", "OPENED", "FALLBACK_ORDERED", "CONFIRMED");
        assertThat(status(id).getBoolean("complete")).isTrue();
        handOver(delivery(id)).statusCode(409).body("code", equalTo("BD-1312"));
    }

    @Test
    void aLetterThatNobodyCanReadAnyMoreFallsBackAtOnce() {
        LocalDate born = LocalDate.of(2012, 3, 1);
        UUID youngId = UUID.randomUUID();
        NationalIdentityNumber young = people.stranger();
        PersonFacts loggingIn = new PersonFacts(
                born, false, false, false, true, true, Language.NB, ReadingPlan.alone(born.plusYears(13)));
        NationalIdentityNumber child = people.stranger();
        UUID mothersId = UUID.randomUUID();
        NationalIdentityNumber mother = people.stranger();
        people.sourcesAreAlive();
        people.restate(youngId, 1, young, loggingIn);
        people.restate(mothersId, 1, mother, ADULT);
        LocalDate childBorn = LocalDate.of(2018, 3, 1);
        UUID childsId = UUID.randomUUID();
        people.restate(childsId, 1, child, People.child(childBorn, People.parent(people.alias(mother), childBorn)));
        List<String> letters = List.of(publishedTo(young), publishedTo(child));

        people.restate(youngId, 2, young, People.child(born));
        people.restate(mothersId, 2, mother, PROTECTED);
        people.restate(childsId, 2, child, People.child(childBorn));

        for (String id : letters) {
            await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.reason"))
                    .isEqualTo("NO_DIGITAL_READER"));
            assertThat(status(id).getString("deliveries[0].delivery.fallback")).isEqualTo("ORDERED");
        }
    }

    @Test
    void whoWasNeverToldIsNotWaitedFor() {
        String id = published();
        UUID delivery = UUID.fromString(delivery(id));

        facts.publish(new NotificationFailed(delivery, 1, UUID.randomUUID(), FailureReason.NO_CHANNEL, true));

        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("ORDERED"));
        assertThat(status(id).getString("deliveries[0].delivery.reason")).isEqualTo("NOTIFICATION_FAILED");
    }

    @Test
    void aNotificationReportedTwiceIsProvenOnceAndToldOnce() {
        String id = published();
        UUID delivery = UUID.fromString(delivery(id));

        facts.publishTwice(new NotificationHandedOver(delivery, 2, UUID.randomUUID(), Channel.EMAIL));

        await().untilAsserted(() -> assertThat(status(id).getList("deliveries[0].delivery.evidence.rung"))
                .isEqualTo(List.of("ACCEPTED", "PUBLISHED", "NOTIFICATION_HANDED_OVER")));
        assertThat(status(id).getString("deliveries[0].delivery.evidence[2].source"))
                .isEqualTo("notification");
        await().untilAsserted(() -> assertThat(news(id)).containsOnlyOnce("notification-handed-over"));
    }

    private String published() {
        return publishedTo(people.registered(People.ADULT));
    }

    private static String publishedTo(NationalIdentityNumber person) {
        String id = send(letterTo(person)).statusCode(201).extract().path("messageId");
        await().untilAsserted(() ->
                assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED"));
        return id;
    }

    private static String delivery(String message) {
        return status(message).getString("deliveries[0].delivery.deliveryId");
    }

    private static List<String> news(String message) {
        return clinic(CLINIC)
                .queryParam("limit", 1000)
                .get("/v1/sender/events")
                .then()
                .statusCode(200)
                .extract()
                .path("events.findAll { it.messageId == '" + message + "' }.type");
    }

    private static ValidatableResponse handOver(String delivery) {
        return clinic(CLINIC)
                .post("/v1/sender/deliveries/" + delivery + "/fallback-hand-overs")
                .then();
    }

    private static boolean isUnread(String delivery) {
        return bearer(Tokens.serviceAccount("notification", "brevdue:unread.read"))
                .contentType(ContentType.JSON)
                .body(Map.of("deliveryId", delivery, "purpose", "letter-reminder"))
                .post("/v1/unread-lookups")
                .then()
                .statusCode(200)
                .extract()
                .path("unread");
    }

    private static void report(String delivery, boolean reached) {
        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reached", reached))
                .post("/v1/sender/deliveries/" + delivery + "/fallback-outcomes")
                .then()
                .statusCode(200);
    }
}
