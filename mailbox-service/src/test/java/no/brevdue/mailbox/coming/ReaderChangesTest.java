package no.brevdue.mailbox.coming;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import no.brevdue.contracts.audit.v1.AuditEntryRecorded;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.mailbox.People;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/** Clinics hear weeks ahead of birthdays that change who reads. */
@QuarkusTest
class ReaderChangesTest {

    private static final String WRITER = "100200732";
    private static final String ANOTHER = "100200740";
    private static final LocalDate TWELVE_IN_SEVEN_WEEKS = LocalDate.of(2014, 2, 24);

    private final People people;
    private final ReaderChangeJob job;
    private final TestClock clock;
    private final Facts facts;

    ReaderChangesTest(People people, ReaderChangeJob job, TestClock clock, Facts facts) {
        this.people = people;
        this.job = job;
        this.clock = clock;
        this.facts = facts;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void whoHasWrittenHearsOnceAndSixWeeksAheadWhatABirthdayChangesAndNothingOfWhatIsHidden() {
        NationalIdentityNumber mother = people.registeredAndInAgreement();
        NationalIdentityNumber child = people.registered(
                People.child(TWELVE_IN_SEVEN_WEEKS, People.parent(people.alias(mother), TWELVE_IN_SEVEN_WEEKS)));
        NationalIdentityNumber hidden = people.registered(People.child(TWELVE_IN_SEVEN_WEEKS));
        String letter = write(child);
        String hiddenFromParents = write(hidden);
        await().untilAsserted(() -> assertThat(types(letter)).contains("delivery-published"));
        look();
        assertThat(changes(letter)).isEmpty();

        clock.advance(Duration.ofDays(8));
        look();
        look();

        await().untilAsserted(() -> assertThat(changes(letter)).containsExactly("UNMARKED_LETTERS_HAVE_NO_READER"));
        assertThat(changes(hiddenFromParents)).isEmpty();
        await().untilAsserted(() -> assertThat(facts.published(AuditEntryRecorded.class))
                .filteredOn(entry -> entry.action().equals("readers-change-told")
                        && people.alias(child).equals(entry.subject()))
                .singleElement()
                .extracting(AuditEntryRecorded::organization)
                .isEqualTo(WRITER));
        clinic(ANOTHER).get("/v1/sender/events").then().body("events", hasSize(0));
    }

    @Test
    void theSixteenthBirthdayIsToldOfTheLivingAlone() {
        LocalDate sixteenInFiveWeeks = LocalDate.of(2010, 2, 9);
        NationalIdentityNumber mother = people.registeredAndInAgreement();
        PersonFacts young = People.child(sixteenInFiveWeeks, People.powerOf(people.alias(mother)));
        NationalIdentityNumber living = people.registered(young);
        UUID deadsId = UUID.randomUUID();
        NationalIdentityNumber dead = people.stranger();
        people.restate(deadsId, 1, dead, young);
        String letter = write(living);
        String lettersOfTheDead = write(dead);
        await().untilAsserted(() -> assertThat(types(letter)).contains("delivery-published"));
        await().untilAsserted(() -> assertThat(types(lettersOfTheDead)).contains("delivery-published"));
        people.restate(deadsId, 2, dead, died(young));
        await().untilAsserted(() -> assertThat(types(lettersOfTheDead)).contains("delivery-paused"));

        look();

        await().untilAsserted(() -> assertThat(changes(letter)).containsExactly("PERSON_READS_ALONE"));
        assertThat(changes(lettersOfTheDead)).isEmpty();
    }

    private static PersonFacts died(PersonFacts facts) {
        return new PersonFacts(
                facts.birthDate(),
                true,
                facts.addressProtected(),
                facts.digitalOptOut(),
                facts.emailUsable(),
                facts.smsUsable(),
                facts.language(),
                facts.plan());
    }

    private String write(NationalIdentityNumber to) {
        return clinic(WRITER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(letterTo(to))
                .post("/v1/sender/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("messageId");
    }

    private void look() {
        while (job.run()) {
            // more is due
        }
    }

    private static List<String> types(String message) {
        return clinic(WRITER)
                .queryParam("limit", 1000)
                .get("/v1/sender/events")
                .jsonPath()
                .getList("events.findAll { it.messageId == '" + message + "' }.type");
    }

    private static List<String> changes(String message) {
        return clinic(WRITER)
                .queryParam("limit", 1000)
                .get("/v1/sender/events")
                .jsonPath()
                .getList("events.findAll { it.messageId == '" + message
                        + "' && it.type == 'readers-change-soon' }.detail");
    }
}
