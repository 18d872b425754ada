package no.brevdue.mailbox.message;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Topic;
import no.brevdue.contracts.identity.v1.NameCheckOutcome;
import no.brevdue.contracts.identity.v1.NameChecked;
import no.brevdue.contracts.registration.v1.NameCheckRequested;
import no.brevdue.contracts.registration.v1.RegistrationRequested;
import no.brevdue.mailbox.People;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.Facts;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** A sender says what they believe the recipient is called; identity-service answers as a test lets it. */
@QuarkusTest
class ExpectedNameTest {

    private static final String NAME = "Kari Særnavn";

    private final People people;
    private final Facts facts;
    private final Database database;
    private final TestClock clock;

    ExpectedNameTest(People people, Facts facts, Database database, TestClock clock) {
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
    void aLetterWithTheRightNameIsPublishedOnceThatIsSaid() {
        NationalIdentityNumber kari = people.registered(People.ADULT);
        String id = sendNamed(kari, NAME);
        NameCheckRequested question = question(id);
        assertThat(question.alias()).isEqualTo(people.alias(kari));
        assertThat(question.sender()).isEqualTo(CLINIC);
        awaitHeld(id);

        answer(id, NameCheckOutcome.MATCHES);
        answer(id, NameCheckOutcome.DIFFERS);

        awaitStates(id, "PUBLISHED", "PUBLISHED");
    }

    @Test
    void aLetterWithTheWrongNameComesBackBeforeAnybodyReadsIncludingItsCopy() {
        String id = sendNamed(people.registered(People.ADULT), NAME);
        awaitHeld(id);

        answer(id, NameCheckOutcome.DIFFERS);

        awaitStates(id, "RETURNED", "RETURNED");
        assertThat(status(id).getList("deliveries.delivery.reason"))
                .isEqualTo(List.of("RECIPIENT_MISMATCH", "RECIPIENT_MISMATCH"));
        assertThat(status(id).getBoolean("complete")).isTrue();
    }

    @Test
    void whatIsSaidOfANameBeforeItsBearerIsKnownHolds() {
        NationalIdentityNumber stranger = people.stranger();
        String id = sendNamed(stranger, NAME);
        assertThat(question(id).alias()).isEqualTo(people.alias(stranger));
        answer(id, NameCheckOutcome.MATCHES);
        awaitHeld(id);

        people.register(stranger, People.ADULT);

        awaitStates(id, "PUBLISHED", "PUBLISHED");
        assertThat(facts.records(Topic.IDENTITY_REGISTRATIONS).stream()
                        .filter(record -> people.alias(stranger).toString().equals(record.key()))
                        .map(record -> Facts.header(record, "ce_type")))
                .as("whom the question is about is said before it, in the same partition")
                .containsExactly(EventType.of(RegistrationRequested.class), EventType.of(NameCheckRequested.class));
    }

    @Test
    void aNameOfWhichNothingIsSaidInTimeIsNotPublished() {
        String id = sendNamed(people.registered(People.ADULT), NAME);
        String spent = sendNamed(people.registered(People.ADULT), NAME);
        answer(spent, NameCheckOutcome.NOT_COMPARED);
        awaitStates(spent, "RETURNED", "RETURNED");
        awaitHeld(id);

        clock.set(TestClock.START.plus(Duration.ofMinutes(15)));

        awaitStates(id, "RETURNED", "RETURNED");
        assertThat(status(id).getString("deliveries[0].delivery.reason")).isEqualTo("NAME_NOT_CHECKED");
        assertThat(status(spent).getString("deliveries[0].delivery.reason")).isEqualTo("NAME_NOT_CHECKED");
    }

    @Test
    void theNameIsPartOfTheRequestAndLeavesNoTraceInClear() {
        NationalIdentityNumber kari = people.registered(People.ADULT);
        Map<String, Object> letter = named(kari, NAME);
        String key = UUID.randomUUID().toString();
        String id = send(letter, key).statusCode(201).extract().path("messageId");

        send(letter, key).statusCode(201).body("messageId", equalTo(id));
        send(with(letter, "recipient", recipient(kari, "Kari Annennavn")), key)
                .statusCode(422)
                .body("code", equalTo("BD-1302"));

        assertThat(question(id).questionId()).hasToString(id);
        assertThat(facts.records(Topic.IDENTITY_REGISTRATIONS))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("Særnavn"));
        assertThat(Stream.of(
                                rows("message", "id", id),
                                rows("delivery", "message_id", id),
                                rows("name_check", "message_id", id))
                        .flatMap(List::stream))
                .hasSize(4)
                .noneMatch(row -> row.contains("Særnavn"));
    }

    @Test
    void whatIsNoNameIsRefusedWithoutRepeatingIt() {
        NationalIdentityNumber kari = people.registered(People.ADULT);
        for (String wrong :
                List.of("", "-", "Kari\nLø", "Kari <b>", "kari@lo.example", "01417012345", "K".repeat(101))) {
            send(named(kari, wrong))
                    .statusCode(400)
                    .body("code", equalTo("BD-1005"))
                    .body("errors[0].pointer", containsString("/recipient/expectedName"))
                    .body("errors[0].detail", not(containsString("lo.example")));
        }
    }

    private List<String> rows(String table, String key, String id) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("select t::text from %s t where %s::text = :id".formatted(table, key))
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    private static String sendNamed(NationalIdentityNumber number, String name) {
        return send(named(number, name)).statusCode(201).extract().path("messageId");
    }

    private static Map<String, Object> named(NationalIdentityNumber number, String name) {
        Map<String, Object> letter = with(letterTo(number), "recipient", recipient(number, name));
        return with(letter, "copies", List.of(Map.of("organization", GP_OFFICE)));
    }

    private static Map<String, String> recipient(NationalIdentityNumber number, String name) {
        return Map.of("nationalIdentityNumber", number.value(), "expectedName", name);
    }

    private NameCheckRequested question(String id) {
        return await().until(
                        () -> facts.published(NameCheckRequested.class).stream()
                                .filter(asked -> asked.questionId().toString().equals(id))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void answer(String id, NameCheckOutcome outcome) {
        facts.publishTwice(new NameChecked(UUID.fromString(id), 1, outcome));
    }

    private static void awaitHeld(String id) {
        awaitStates(id, "HELD", "HELD");
        assertThat(status(id).getString("deliveries[0].delivery.reason")).isEqualTo("PROCESSING");
    }

    private static void awaitStates(String id, String... states) {
        await().untilAsserted(() ->
                assertThat(status(id).getList("deliveries.delivery.state")).isEqualTo(List.of(states)));
    }
}
