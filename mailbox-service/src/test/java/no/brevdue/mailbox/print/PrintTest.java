package no.brevdue.mailbox.print;

import com.google.crypto.tink.HybridDecrypt;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.print.PrintingHouse.Answers;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.KeysetFile;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.testing.TestClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.print.Paper.READING_TIME;
import static no.brevdue.mailbox.print.Paper.disown;
import static no.brevdue.mailbox.print.Paper.rungs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The way of a letter to paper, and what the printer says of it. */
@QuarkusTest
class PrintTest {

    private final People people;
    private final Paper paper;
    private final Database database;
    private final TestClock clock;
    private final KeysetFile printersKey;
    private final PrintRepository orders;
    private final PrintService prints;

    PrintTest(
            People people,
            Paper paper,
            Database database,
            TestClock clock,
            @ConfigProperty(name = "brevdue.keys.printer-private") KeysetFile printersKey,
            PrintRepository orders,
            PrintService prints) {
        this.people = people;
        this.paper = paper;
        this.database = database;
        this.clock = clock;
        this.printersKey = printersKey;
        this.orders = orders;
        this.prints = prints;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
        PrintingHouse.UNANSWERED.clear();
        PrintingHouse.answers = Answers.ALWAYS;
    }

    @Test
    void aLetterNobodyReadsIsPrintedForThePrinterAloneAndFollowedUntilItComesBack() throws Exception {
        String message = paper.published(people.registered(People.ADULT));
        assertThat(status(message).getString("deliveries[0].delivery.thenWhat")).isEqualTo("SECOND_NOTICE");

        clock.advance(READING_TIME);

        await().untilAsserted(() -> assertThat(rungs(message))
                .containsExactly("ACCEPTED", "PUBLISHED", "FALLBACK_ORDERED", "FALLBACK_HANDED_OVER"));
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("HANDED_OVER");
        UUID job = paper.job(message);
        byte[] pdf = printersKey
                .primitive(HybridDecrypt.class)
                .decrypt(PrintingHouse.JOBS.get(job), AssociatedData.of("print", job));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Kari Nordmann",
                            "Storgata 1",
                            "0155 Oslo",
                            "Innkalling til kontroll",
                            "Du har time mandag.");
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        Path file = Files.createTempFile("letter", ".pdf");
        Files.write(file, pdf);
        assertThat(PreflightParser.validate(file.toFile()).getErrorsList())
                .extracting(error -> error.getErrorCode() + " " + error.getDetails())
                .isEmpty();
        Files.delete(file);

        PrintingHouse.STATES.put(job, "DISPATCHED");
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("PAPER_DISPATCHED"));
        PrintingHouse.STATES.put(job, "RETURNED");
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("PAPER_RETURNED", "FALLBACK_FAILED"));
        assertThat(status(message).getBoolean("complete")).isFalse();
    }

    @Test
    void whatDoesNotComeBackInThreeWeeksHasArrivedUnlessItIsSomebodyElses() {
        String message = paper.published(people.registered(People.ADULT));
        NationalIdentityNumber stranger = people.registeredAndInAgreement();
        String notTheirs = paper.published(stranger);
        String forgotten = paper.published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        for (String each : List.of(message, notTheirs, forgotten)) {
            await().untilAsserted(() -> assertThat(rungs(each)).endsWith("FALLBACK_HANDED_OVER"));
            PrintingHouse.STATES.put(paper.job(each), "DISPATCHED");
        }
        clock.advance(Duration.ofHours(2));
        for (String each : List.of(message, notTheirs, forgotten)) {
            await().untilAsserted(() -> assertThat(rungs(each)).endsWith("PAPER_DISPATCHED"));
        }
        disown(stranger, notTheirs);
        assertThat(PrintingHouse.JOBS.remove(paper.job(forgotten))).isNotNull();

        clock.advance(Duration.ofDays(21));

        await().untilAsserted(() -> assertThat(rungs(notTheirs)).endsWith("DISOWNED", "FALLBACK_FAILED"));
        assertThat(status(notTheirs).getBoolean("complete")).isFalse();

        for (String each : List.of(message, forgotten)) {
            await().untilAsserted(() ->
                    assertThat(status(each).getBoolean("complete")).isTrue());
            assertThat(rungs(each)).endsWith("FALLBACK_DONE");
        }
    }

    @Test
    void aJobThatThePrinterRejectsIsForItsSenderToReachThePersonAnotherWay() {
        String message = paper.published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));

        PrintingHouse.STATES.put(paper.job(message), "REJECTED");
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER", "FALLBACK_FAILED"));
        assertThat(status(message).getString("deliveries[0].delivery.evidence[4].detail"))
                .isEqualTo("PRINT_NOT_POSSIBLE");
        assertThat(paper.order(message)).startsWith("REFUSED");
        assertThat(status(message).getBoolean("complete")).isFalse();
    }

    @Test
    void whateverBecameOfAHandOverThatNobodyAnsweredTheLetterIsOneJob() {
        PrintingHouse.answers = Answers.TAKES_AND_IS_SILENT;
        String taken = paper.published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(paper.order(taken)).isEqualTo("LEAVING 1"));
        PrintingHouse.answers = Answers.NEVER;
        clock.set(TestClock.START);
        String lost = paper.published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(paper.order(lost)).isEqualTo("LEAVING 1"));
        UUID lostJob = paper.job(lost);

        PrintingHouse.answers = Answers.ALWAYS;
        clock.advance(Duration.ofHours(2));

        for (String message : List.of(taken, lost)) {
            await().untilAsserted(() -> assertThat(rungs(message))
                    .endsWith("FALLBACK_HANDED_OVER")
                    .containsOnlyOnce("FALLBACK_HANDED_OVER"));
        }
        assertThat(PrintingHouse.HAND_OVERS.get(paper.job(taken)))
                .as("what it has is not sent again")
                .isOne();
        assertThat(PrintingHouse.HAND_OVERS.get(lostJob)).isEqualTo(2);
        assertThat(paper.job(lost)).isEqualTo(lostJob);
    }

    @Test
    void replicasThatPrintAtTheSameTimeHandEachLetterOverOnce() throws Exception {
        List<String> messages = Stream.generate(() -> paper.published(people.registered(People.ADULT)))
                .limit(12)
                .toList();
        clock.advance(READING_TIME);
        Callable<Integer> engine = () -> {
            int steps = 0;
            while (messages.stream().anyMatch(message -> !paper.order(message).equals("ACCEPTED 0"))) {
                List<PrintOrder> due = prints.claim(2);
                due.forEach(prints::step);
                steps += due.size();
            }
            return steps;
        };

        // The engine of the running service is the third.
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> done : replicas.invokeAll(List.of(engine, engine), 20, TimeUnit.SECONDS)) {
                assertThat(done.get()).isNotNegative();
            }
        }

        for (String message : messages) {
            assertThat(PrintingHouse.HAND_OVERS.get(paper.job(message))).isOne();
            assertThat(rungs(message)).containsOnlyOnce("FALLBACK_HANDED_OVER");
        }
    }

    @Test
    void whatThePrinterHasTakenAndLostIsAnOpenFailureAndOneWrongAnswerIsNone() {
        String message = paper.published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));
        byte[] letter = PrintingHouse.JOBS.remove(paper.job(message));
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo("ACCEPTED 1"));
        PrintingHouse.JOBS.put(paper.job(message), letter);
        PrintingHouse.STATES.put(paper.job(message), "TESTED");
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() ->
                assertThat(paper.order(message)).as("no test at all").isEqualTo("ACCEPTED 2"));
        PrintingHouse.STATES.remove(paper.job(message));
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo("ACCEPTED 0"));

        PrintingHouse.JOBS.remove(paper.job(message));
        for (int i = 1; i <= 2; i++) {
            String failed = "ACCEPTED " + i;
            clock.advance(Duration.ofHours(2));
            await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo(failed));
        }
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo("REFUSED 0"));
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("FAILED");
        assertThat(status(message).getList("deliveries[0].delivery.evidence.detail"))
                .endsWith("PRINT_LOST");
        assertThat(status(message).getBoolean("complete")).isFalse();
    }

    @Test
    void aPrinterThatWasAwayAndThenOnceDoesNotKnowALetterHasNotLostIt() {
        String message = paper.published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));
        UUID job = paper.job(message);
        PrintingHouse.answers = Answers.NEVER;
        for (String away : List.of("ACCEPTED 1", "ACCEPTED 2")) {
            clock.advance(Duration.ofHours(2));
            await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo(away));
        }
        PrintingHouse.answers = Answers.ALWAYS;
        byte[] letter = PrintingHouse.JOBS.remove(job);
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo("ACCEPTED 3"));

        PrintingHouse.JOBS.put(job, letter);
        PrintingHouse.STATES.put(job, "DISPATCHED");
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("PAPER_DISPATCHED"));
        assertThat(paper.order(message)).isEqualTo("DISPATCHED 0");
    }

    @Test
    void anOrderThatComesNoFurtherIsCounted() {
        NationalIdentityNumber elsewhere = people.registered(People.ADULT);
        PrintingHouse.UNANSWERED.add(people.alias(elsewhere));
        String message = paper.published(elsewhere);
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(paper.order(message)).endsWith(" 1"));
        assertThat(stuck()).isZero();

        for (int i = 2; i <= PrintMetrics.SETBACKS; i++) {
            String failed = "WAITING " + i;
            clock.advance(Duration.ofHours(1));
            await().untilAsserted(() -> assertThat(paper.order(message)).isEqualTo(failed));
        }

        assertThat(stuck()).isEqualTo(1);
        long soon = database.asWorker(tx -> orders.stuck(tx, clock.instant().plus(Duration.ofDays(1)), 99));
        assertThat(soon).isPositive();
    }

    private long stuck() {
        return database.asWorker(tx -> orders.stuck(tx, Instant.EPOCH, PrintMetrics.SETBACKS));
    }
}
