package no.brevdue.mailbox.print;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.print.PrintingHouse.Answers;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static no.brevdue.mailbox.print.Paper.READING_TIME;
import static no.brevdue.mailbox.print.Paper.rungs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** What is not printed, and who hears so. */
@QuarkusTest
class PrintRefusalTest {

    private final People people;
    private final Paper paper;
    private final TestClock clock;

    PrintRefusalTest(People people, Paper paper, TestClock clock) {
        this.people = people;
        this.paper = paper;
        this.clock = clock;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
        PrintingHouse.UNANSWERED.clear();
        PrintingHouse.answers = Answers.ALWAYS;
    }

    @Test
    void nothingIsPostedToAnAddressThatMayNotBeUsedAndItsSenderMustReachThePerson() {
        NationalIdentityNumber hidden = people.registered(People.ADULT);
        PrintingHouse.WITHHELD.add(people.alias(hidden));
        String message = paper.published(hidden);

        clock.advance(READING_TIME);

        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("FAILED"));
        assertThat(status(message).getString("deliveries[0].delivery.evidence[3].detail"))
                .isEqualTo("PRINT_NOT_POSSIBLE");
        assertThat(PrintingHouse.JOBS).doesNotContainKey(paper.job(message));
    }

    @Test
    void paperThatWouldComeTooLateIsNotPrinted() {
        NationalIdentityNumber number = people.registered(People.ADULT);
        String message = send(with(
                        with(letterTo(number), "fallback", "PRINT"),
                        "actBy",
                        TestClock.START.plus(Duration.ofDays(3)).toString()))
                .statusCode(201)
                .extract()
                .path("messageId");
        await().untilAsserted(() -> assertThat(rungs(message)).contains("PUBLISHED"));

        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("FAILED"));
        assertThat(status(message).getString("deliveries[0].delivery.evidence[3].detail"))
                .isEqualTo("PRINT_TOO_LATE");
    }

    @Test
    void whatCannotBePrintedWholeIsRefusedBeforeItIsAcceptedAndBeforeItIsSent() {
        Map<String, Object> letter = with(letterTo(people.stranger()), "fallback", "PRINT");
        Map<String, Object> question = Map.of(
                "recipient",
                Objects.requireNonNull(letter.get("recipient")),
                "purpose",
                "TREATMENT",
                "fallback",
                "PRINT");

        assertRefused(send(with(letter, "attachments", List.of(UUID.randomUUID()))), "/attachments");
        assertRefused(send(with(letter, "title", "Velkommen \uD83D\uDE00")), "/title");
        assertRefused(send(with(letter, "body", "\u6B22\u8FCE")), "/body");
        assertRefused(send(with(with(letter, "format", "MARKDOWN"), "body", "**\u6B22**")), "/body");
        assertRefused(preflight(with(question, "attachments", true)), "/attachments");
        assertRefused(preflight(with(question, "title", "\uD83D\uDE00")), "/title");
        assertRefused(preflight(with(question, "body", "\u6B22\u8FCE")), "/body");

        String printable = "Čálli: «Bures!» – 20 %\r\n\tÆ, Ø og Å koster 5 €.";
        preflight(with(question, "body", printable)).statusCode(200);
        send(with(letter, "body", printable)).statusCode(201);
        send(with(
                        with(with(letter, "fallback", "PAPER"), "body", "\uD83D\uDE00"),
                        "reference",
                        "smile-" + UUID.randomUUID()))
                .statusCode(201);
    }

    private static void assertRefused(ValidatableResponse answer, String pointer) {
        answer.statusCode(400).body("code", equalTo("BD-1309")).body("errors.pointer", equalTo(List.of(pointer)));
    }

    private static ValidatableResponse preflight(Map<String, Object> question) {
        return clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/sender/preflights")
                .then();
    }
}
