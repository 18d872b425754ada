package no.brevdue.mailbox.print;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.contracts.identity.v1.PersonFacts;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.print.PrintingHouse.Answers;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static no.brevdue.mailbox.print.Paper.READING_TIME;
import static no.brevdue.mailbox.print.Paper.breaches;
import static no.brevdue.mailbox.print.Paper.disown;
import static no.brevdue.mailbox.print.Paper.open;
import static no.brevdue.mailbox.print.Paper.recall;
import static no.brevdue.mailbox.print.Paper.rungs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

/** Letters that are wanted on paper no more by the time it could leave, and those that still are. */
@QuarkusTest
class UnwantedPaperTest {

    private static final PersonFacts DEAD = new PersonFacts(
            People.ADULT.birthDate(), true, false, false, true, true, People.ADULT.language(), People.ADULT.plan());

    private final People people;
    private final Paper paper;
    private final TestClock clock;

    UnwantedPaperTest(People people, Paper paper, TestClock clock) {
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
    void whatIsOpenedOrTakenBackBeforeItHasLeftIsOnNoPaper() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        NationalIdentityNumber elsewhere = people.registered(People.ADULT);
        PrintingHouse.UNANSWERED.add(people.alias(kari));
        PrintingHouse.UNANSWERED.add(people.alias(elsewhere));
        PrintingHouse.answers = Answers.NEVER;
        String withoutAddress = paper.published(elsewhere);
        String withoutPrinter = paper.published(people.registered(People.ADULT));
        String opened = paper.published(kari);
        clock.advance(READING_TIME);
        for (String message : List.of(withoutAddress, withoutPrinter, opened)) {
            await().untilAsserted(() -> assertThat(paper.order(message)).endsWith(" 1"));
        }

        recall(withoutAddress);
        recall(withoutPrinter);
        open(kari, opened);
        PrintingHouse.UNANSWERED.clear();
        PrintingHouse.answers = Answers.ALWAYS;
        clock.advance(Duration.ofHours(2));

        for (String message : List.of(withoutAddress, withoutPrinter, opened)) {
            await().untilAsserted(() -> assertThat(paper.order(message)).startsWith("NOT_NEEDED"));
            assertThat(PrintingHouse.JOBS).doesNotContainKey(paper.job(message));
            assertThat(rungs(message)).doesNotContain("FALLBACK_HANDED_OVER");
            assertThat(breaches(message)).isEmpty();
        }
    }

    @Test
    void whoIsReservedGetsADecisionOnPaperAlsoIfTheyHaveReadItAndNotIfItWasTakenBack() {
        NationalIdentityNumber reader = reserved();
        NationalIdentityNumber waits = reserved();
        PrintingHouse.UNANSWERED.add(people.alias(reader));
        PrintingHouse.UNANSWERED.add(people.alias(waits));
        String read = decision(reader);
        String corrected = decision(waits);
        String notTheirs = decision(waits);
        for (String message : List.of(read, corrected, notTheirs)) {
            await().untilAsserted(() -> assertThat(paper.order(message)).endsWith(" 1"));
        }
        open(reader, read);
        open(waits, corrected);
        recall(corrected, "CORRECTED");
        disown(waits, notTheirs);

        PrintingHouse.UNANSWERED.clear();
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(rungs(read)).endsWith("OPENED", "FALLBACK_HANDED_OVER"));
        assertThat(status(read).getBoolean("complete")).isFalse();
        await().untilAsserted(() -> assertThat(paper.order(corrected)).startsWith("NOT_NEEDED"));
        assertThat(status(corrected).getBoolean("complete")).isTrue();
        await().untilAsserted(() -> assertThat(paper.order(notTheirs)).startsWith("NOT_NEEDED"));
        assertThat(status(notTheirs).getBoolean("complete")).isFalse();
        assertThat(rungs(notTheirs)).as("no paper is under way").endsWith("DISOWNED", "FALLBACK_FAILED");
    }

    private NationalIdentityNumber reserved() {
        NationalIdentityNumber number = people.registered(new PersonFacts(
                People.ADULT.birthDate(),
                false,
                false,
                true,
                true,
                true,
                People.ADULT.language(),
                People.ADULT.plan()));
        people.acceptsTerms(number);
        return number;
    }

    private static String decision(NationalIdentityNumber number) {
        Map<String, Object> letter = with(with(letterTo(number), "fallback", "PRINT"), "purpose", "DECISION");
        return send(letter).statusCode(201).extract().path("messageId");
    }

    @Test
    void whatADeathHadCalledOffIsPrintedOnceTheDeathIsAnnulled() {
        UUID arne = UUID.randomUUID();
        NationalIdentityNumber number = people.stranger();
        people.sourcesAreAlive();
        people.restate(arne, 1, number, People.ADULT);
        PrintingHouse.UNANSWERED.add(people.alias(number));
        String message = paper.published(number);
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(paper.order(message)).endsWith(" 1"));
        people.restate(arne, 2, number, DEAD);
        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.reason"))
                .isEqualTo("REPORTED_DEAD"));
        clock.advance(Duration.ofDays(31));
        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.state"))
                .isEqualTo("RETURNED"));
        clock.advance(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(paper.order(message)).startsWith("NOT_NEEDED"));
        PrintingHouse.UNANSWERED.clear();

        people.sourcesAreAlive();
        people.restate(arne, 3, number, People.ADULT);

        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));
    }

    @Test
    void paperThatTurnsOutToHaveLeftBeforeTheLetterWasTakenBackIsABreach() {
        String message = paper.published(people.registered(People.ADULT));
        PrintingHouse.answers = Answers.TAKES_AND_IS_SILENT;
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo("LEAVING 1"));
        recall(message);
        assertThat(breaches(message)).isEmpty();

        PrintingHouse.answers = Answers.ALWAYS;
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("RECALLED", "FALLBACK_HANDED_OVER"));
        Map<String, Object> pack = breaches(message).getFirst();
        assertThat(pack)
                .containsEntry("cause", "RECALLED")
                .containsEntry("reason", "WRONG_RECIPIENT")
                .containsEntry("controllerAwareAt", clock.instant().toString());
        assertThat(pack.get("numbers")).asInstanceOf(MAP).containsEntry("printed", 1);
        assertThat(pack.get("measures")).asInstanceOf(LIST).contains("PAPER_CANNOT_BE_TAKEN_BACK");
    }

    @Test
    void whatHadLeftWhenItWasDisownedIsShownOnItsWayAndCountsForNothing() {
        NationalIdentityNumber stranger = people.registeredAndInAgreement();
        String message = paper.published(stranger);
        PrintingHouse.answers = Answers.TAKES_AND_IS_SILENT;
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo("LEAVING 1"));
        disown(stranger, message);
        assertThat(rungs(message)).endsWith("DISOWNED", "FALLBACK_FAILED");

        PrintingHouse.answers = Answers.ALWAYS;
        PrintingHouse.STATES.put(paper.job(message), "DISPATCHED");
        for (String state : List.of("ACCEPTED 0", "DISPATCHED 0")) {
            clock.advance(Duration.ofHours(2));
            await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo(state));
        }
        assertThat(rungs(message)).endsWith("FALLBACK_FAILED", "FALLBACK_HANDED_OVER", "PAPER_DISPATCHED");
        clock.advance(Duration.ofDays(21));

        await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo("DONE 0"));
        assertThat(rungs(message)).doesNotContain("FALLBACK_DONE");
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("FAILED");
        assertThat(status(message).getBoolean("complete")).isFalse();
    }

    @Test
    void aLetterCanStillBeOpenedOnceItIsOnPaperAndBothAreShown() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = paper.published(kari);
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));

        open(kari, message);

        assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER", "OPENED");
        assertThat(status(message).getBoolean("complete")).isTrue();
    }
}
