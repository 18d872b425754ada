package no.brevdue.mailbox.message;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.contracts.identity.v1.RegistrationRefused;
import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class SendingTest {

    /** What others have sent in tests of long ago is forgotten, and leaves a gap. */
    private static final String SENDS_HERE_ALONE = "100300117";

    private final People people;
    private final Facts facts;
    private final TestClock clock;

    SendingTest(People people, Facts facts, TestClock clock) {
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aLetterToAStrangerWaitsUntilTheyAreRegistered() {
        NationalIdentityNumber stranger = people.stranger();

        String id = send(letterTo(stranger)).statusCode(201).extract().path("messageId");

        await().untilAsserted(() -> assertThat(facts.published(RegistrationRequested.class))
                .anyMatch(request -> request.alias().equals(people.alias(stranger))));
        await().untilAsserted(() ->
                assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("HELD"));
        assertThat(status(id).getString("deliveries[0].delivery.reason")).isEqualTo("PROCESSING");
        people.register(stranger, People.ADULT);
        await().untilAsserted(() ->
                assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED"));
        assertThat(status(id).getList("deliveries[0].delivery.evidence.rung"))
                .isEqualTo(List.of("ACCEPTED", "PUBLISHED"));
    }

    @Test
    void aLetterToNobodyComesBack() {
        NationalIdentityNumber nobody = people.stranger();
        String id = send(letterTo(nobody)).statusCode(201).extract().path("messageId");

        facts.publish(new RegistrationRefused(people.alias(nobody), 1, RefusalReason.NO_SUCH_PERSON));

        await().untilAsserted(() ->
                assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("RETURNED"));
        assertThat(status(id).getString("deliveries[0].delivery.reason")).isEqualTo("NO_SUCH_RECIPIENT");
        assertThat(status(id).getBoolean("complete")).isTrue();
    }

    @Test
    void aCopyWaitsForThePatientAndComesBackWithALetterToTheWrongOne() {
        NationalIdentityNumber mistyped = people.stranger();
        Map<String, Object> letter = with(letterTo(mistyped), "copies", List.of(Map.of("organization", GP_OFFICE)));
        letter = with(
                letter, "recipient", Map.of("nationalIdentityNumber", mistyped.value(), "birthDate", "1901-01-01"));
        String id = send(letter).statusCode(201).extract().path("messageId");
        await().untilAsserted(() ->
                assertThat(status(id).getList("deliveries.delivery.state")).isEqualTo(List.of("HELD", "HELD")));

        people.register(mistyped, People.ADULT);

        await().untilAsserted(() ->
                assertThat(status(id).getList("deliveries.delivery.state")).isEqualTo(List.of("RETURNED", "RETURNED")));
        assertThat(status(id).getList("deliveries.delivery.reason"))
                .isEqualTo(List.of("RECIPIENT_MISMATCH", "RECIPIENT_MISMATCH"));
    }

    @Test
    void whoWasRefusedBeforeIsAskedForAgain() {
        NationalIdentityNumber newcomer = people.stranger();
        String first = send(letterTo(newcomer)).statusCode(201).extract().path("messageId");
        facts.publish(new RegistrationRefused(people.alias(newcomer), 1, RefusalReason.NO_SUCH_PERSON));
        await().untilAsserted(() -> assertThat(status(first).getString("deliveries[0].delivery.state"))
                .isEqualTo("RETURNED"));

        String second = send(letterTo(newcomer)).statusCode(201).extract().path("messageId");
        people.register(newcomer, People.ADULT);

        await().untilAsserted(() -> assertThat(status(second).getString("deliveries[0].delivery.state"))
                .isEqualTo("PUBLISHED"));
    }

    @Test
    void aScheduledLetterIsPublishedAtItsTimeAndNotBefore() {
        Instant time = TestClock.START.plus(Duration.ofHours(20));
        String id = send(with(letterTo(people.registered(People.ADULT)), "notBefore", time.toString()))
                .statusCode(201)
                .extract()
                .path("messageId");
        await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.reason"))
                .isEqualTo("SCHEDULED"));

        clock.set(time);

        await().untilAsserted(() ->
                assertThat(status(id).getString("deliveries[0].delivery.state")).isEqualTo("PUBLISHED"));
        assertThat(status(id).getString("deliveries[0].delivery.evidence[1].at"))
                .isEqualTo(time.toString());
    }

    @Test
    void aLetterArrivesInTheLanguageItWasWrittenIn() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        for (String language : List.of("nb", "nn", "en", "se")) {
            Map<String, Object> letter = with(with(letterTo(kari), "language", language), "body", "På " + language);
            String id = send(letter).statusCode(201).extract().path("messageId");
            await().untilAsserted(() -> assertThat(status(id).getString("deliveries[0].delivery.state"))
                    .isEqualTo("PUBLISHED"));

            person(kari)
                    .post("/v1/me/letters/" + status(id).getString("deliveries[0].delivery.deliveryId") + "/openings")
                    .then()
                    .statusCode(200)
                    .body("language", equalTo(language))
                    .body("body", equalTo("På " + language));
        }
    }

    @Test
    void theSameRequestIsTheSameLetter() {
        Map<String, Object> letter = letterTo(people.stranger());
        String key = UUID.randomUUID().toString();

        String first = send(letter, key).statusCode(201).extract().path("messageId");

        send(letter, key).statusCode(201).body("messageId", equalTo(first));
    }

    @Test
    void anotherLetterUnderTheSameKeyIsRefused() {
        Map<String, Object> letter = letterTo(people.stranger());
        String key = UUID.randomUUID().toString();
        String first = send(letter, key).statusCode(201).extract().path("messageId");

        send(with(letter, "body", "Noe annet."), key)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("BD-1302"))
                .body("detail", containsString(first))
                .body("existingId", equalTo(first));
    }

    @Test
    void aReferenceIsUsedOnce() {
        Map<String, Object> letter = letterTo(people.stranger());
        String first = send(letter).statusCode(201).extract().path("messageId");

        send(letter).statusCode(409).body("code", equalTo("BD-1303")).body("existingId", equalTo(first));
    }

    @Test
    void aReferenceIsOneLettersForThirteenMonthsAndThenMayBeUsedAgain() {
        Map<String, Object> letter = letterTo(people.stranger());
        clock.set(TestClock.START.minus(Duration.ofDays(400)));
        String first = send(letter).statusCode(201).extract().path("messageId");
        clock.set(TestClock.START.minus(Duration.ofDays(10)));
        send(letter).statusCode(409).body("detail", containsString(first));

        clock.set(TestClock.START);
        String second = send(letter)
                .statusCode(201)
                .body("messageId", not(equalTo(first)))
                .extract()
                .path("messageId");

        send(letter).statusCode(409).body("detail", containsString(second));
    }

    @Test
    void twoOrganisationsMayUseTheSameReference() {
        Map<String, Object> letter = letterTo(people.stranger());
        String first = send(letter).statusCode(201).extract().path("messageId");

        clinic(OTHER_CLINIC)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "their-own")
                .body(letter)
                .post("/v1/sender/messages")
                .then()
                .statusCode(201)
                .body("messageId", not(equalTo(first)));
    }

    @Test
    void anotherClinicsLetterDoesNotExist() {
        String id = send(letterTo(people.stranger())).statusCode(201).extract().path("messageId");

        clinic(OTHER_CLINIC)
                .get("/v1/sender/messages/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("BD-1300"));
    }

    @Test
    void theFeedTellsEveryStepWithoutAGap() {
        NationalIdentityNumber person = people.registered(People.ADULT);
        String id = clinic(SENDS_HERE_ALONE)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(letterTo(person))
                .post("/v1/sender/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("messageId");

        await().untilAsserted(() -> {
            List<Map<String, Object>> events = clinic(SENDS_HERE_ALONE)
                    .queryParam("limit", 1000)
                    .get("/v1/sender/events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("events");
            assertThat(events)
                    .anyMatch(event ->
                            id.equals(event.get("messageId")) && "delivery-published".equals(event.get("type")));
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).get("position")).isEqualTo(i + 1);
            }
        });
    }
}
