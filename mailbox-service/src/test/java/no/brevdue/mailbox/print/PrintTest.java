package no.brevdue.mailbox.print;

import com.google.crypto.tink.HybridDecrypt;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import no.brevdue.contracts.identity.v1.PersonFacts;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class PrintTest {

    private static final Duration READING_TIME = Duration.ofDays(14).plusSeconds(1);

    private static final PersonFacts DEAD = new PersonFacts(
            People.ADULT.birthDate(), true, false, false, true, true, People.ADULT.language(), People.ADULT.plan());

    private final People people;
    private final Database database;
    private final TestClock clock;
    private final KeysetFile printersKey;
    private final PrintRepository orders;
    private final PrintService prints;

    PrintTest(
            People people,
            Database database,
            TestClock clock,
            @ConfigProperty(name = "brevdue.keys.printer-private") KeysetFile printersKey,
            PrintRepository orders,
            PrintService prints) {
        this.orders = orders;
        this.prints = prints;
        this.people = people;
        this.database = database;
        this.clock = clock;
        this.printersKey = printersKey;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
        PrintingHouse.UNANSWERED.clear();
        PrintingHouse.answers = Answers.ALWAYS;
    }

    @Test
    void aLetterNobodyReadsIsPrintedForThePrinterAloneAndFollowedUntilItComesBack() throws Exception {
        String message = published(people.registered(People.ADULT));
        assertThat(status(message).getString("deliveries[0].delivery.thenWhat")).isEqualTo("SECOND_NOTICE");

        clock.advance(READING_TIME);

        await().untilAsserted(() -> assertThat(rungs(message))
                .containsExactly("ACCEPTED", "PUBLISHED", "FALLBACK_ORDERED", "FALLBACK_HANDED_OVER"));
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("HANDED_OVER");
        UUID job = job(message);
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
        String message = published(people.registered(People.ADULT));
        NationalIdentityNumber stranger = people.registeredAndInAgreement();
        String notTheirs = published(stranger);
        clock.advance(READING_TIME);
        for (String each : List.of(message, notTheirs)) {
            await().untilAsserted(() -> assertThat(rungs(each)).endsWith("FALLBACK_HANDED_OVER"));
            PrintingHouse.STATES.put(job(each), "DISPATCHED");
        }
        clock.advance(Duration.ofHours(2));
        for (String each : List.of(message, notTheirs)) {
            await().untilAsserted(() -> assertThat(rungs(each)).endsWith("PAPER_DISPATCHED"));
        }
        disown(stranger, notTheirs);

        clock.advance(Duration.ofDays(21));

        await().untilAsserted(() -> assertThat(rungs(notTheirs)).endsWith("DISOWNED", "FALLBACK_FAILED"));
        assertThat(status(notTheirs).getBoolean("complete")).isFalse();

        await().untilAsserted(
                        () -> assertThat(status(message).getBoolean("complete")).isTrue());
        assertThat(rungs(message)).endsWith("FALLBACK_DONE");
    }

    @Test
    void aJobThatThePrinterRejectsIsForItsSenderToReachThePersonAnotherWay() {
        String message = published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));

        PrintingHouse.STATES.put(job(message), "REJECTED");
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER", "FALLBACK_FAILED"));
        assertThat(status(message).getString("deliveries[0].delivery.evidence[4].detail"))
                .isEqualTo("PRINT_NOT_POSSIBLE");
        assertThat(order(message)).startsWith("REFUSED");
        assertThat(status(message).getBoolean("complete")).isFalse();
    }

    @Test
    void whateverBecameOfAHandOverThatNobodyAnsweredTheLetterIsOneJob() {
        PrintingHouse.answers = Answers.TAKES_AND_IS_SILENT;
        String taken = published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(order(taken)).isEqualTo("LEAVING 1"));
        PrintingHouse.answers = Answers.NEVER;
        clock.set(TestClock.START);
        String lost = published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(order(lost)).isEqualTo("LEAVING 1"));
        UUID lostJob = job(lost);

        PrintingHouse.answers = Answers.ALWAYS;
        clock.advance(Duration.ofHours(2));

        for (String message : List.of(taken, lost)) {
            await().untilAsserted(() -> assertThat(rungs(message))
                    .endsWith("FALLBACK_HANDED_OVER")
                    .containsOnlyOnce("FALLBACK_HANDED_OVER"));
        }
        assertThat(PrintingHouse.HAND_OVERS.get(job(taken)))
                .as("what it has is not sent again")
                .isOne();
        assertThat(PrintingHouse.HAND_OVERS.get(lostJob)).isEqualTo(2);
        assertThat(job(lost)).isEqualTo(lostJob);
    }

    @Test
    void replicasThatPrintAtTheSameTimeHandEachLetterOverOnce() throws Exception {
        List<String> messages = Stream.generate(() -> published(people.registered(People.ADULT)))
                .limit(12)
                .toList();
        clock.advance(READING_TIME);
        Callable<Integer> engine = () -> {
            int steps = 0;
            while (messages.stream().anyMatch(message -> !order(message).equals("ACCEPTED 0"))) {
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
            assertThat(PrintingHouse.HAND_OVERS.get(job(message))).isOne();
            assertThat(rungs(message)).containsOnlyOnce("FALLBACK_HANDED_OVER");
        }
    }

    @Test
    void nothingIsPostedToAnAddressThatMayNotBeUsedAndItsSenderMustReachThePerson() {
        NationalIdentityNumber hidden = people.registered(People.ADULT);
        PrintingHouse.WITHHELD.add(people.alias(hidden));
        String message = published(hidden);

        clock.advance(READING_TIME);

        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.fallback"))
                .isEqualTo("FAILED"));
        assertThat(status(message).getString("deliveries[0].delivery.evidence[3].detail"))
                .isEqualTo("PRINT_NOT_POSSIBLE");
        assertThat(PrintingHouse.JOBS).doesNotContainKey(job(message));
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
    void whatIsOpenedOrTakenBackBeforeItHasLeftIsOnNoPaper() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        NationalIdentityNumber elsewhere = people.registered(People.ADULT);
        PrintingHouse.UNANSWERED.add(people.alias(kari));
        PrintingHouse.UNANSWERED.add(people.alias(elsewhere));
        PrintingHouse.answers = Answers.NEVER;
        String withoutAddress = published(elsewhere);
        String withoutPrinter = published(people.registered(People.ADULT));
        String opened = published(kari);
        clock.advance(READING_TIME);
        for (String message : List.of(withoutAddress, withoutPrinter, opened)) {
            await().untilAsserted(() -> assertThat(order(message)).endsWith(" 1"));
        }

        recall(withoutAddress);
        recall(withoutPrinter);
        open(kari, opened);
        PrintingHouse.UNANSWERED.clear();
        PrintingHouse.answers = Answers.ALWAYS;
        clock.advance(Duration.ofHours(2));

        for (String message : List.of(withoutAddress, withoutPrinter, opened)) {
            await().untilAsserted(() -> assertThat(order(message)).startsWith("NOT_NEEDED"));
            assertThat(PrintingHouse.JOBS).doesNotContainKey(job(message));
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
            await().untilAsserted(() -> assertThat(order(message)).endsWith(" 1"));
        }
        open(reader, read);
        open(waits, corrected);
        recall(corrected, "CORRECTED");
        disown(waits, notTheirs);

        PrintingHouse.UNANSWERED.clear();
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(rungs(read)).endsWith("OPENED", "FALLBACK_HANDED_OVER"));
        assertThat(status(read).getBoolean("complete")).isFalse();
        await().untilAsserted(() -> assertThat(order(corrected)).startsWith("NOT_NEEDED"));
        assertThat(status(corrected).getBoolean("complete")).isTrue();
        await().untilAsserted(() -> assertThat(order(notTheirs)).startsWith("NOT_NEEDED"));
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
    void whatThePrinterHasTakenAndLostIsAnOpenFailureAndOneWrongAnswerIsNone() {
        String message = published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));
        byte[] letter = PrintingHouse.JOBS.remove(job(message));
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(order(message)).isEqualTo("ACCEPTED 1"));
        PrintingHouse.JOBS.put(job(message), letter);
        PrintingHouse.STATES.put(job(message), "TESTED");
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(
                        () -> assertThat(order(message)).as("no test at all").isEqualTo("ACCEPTED 2"));
        PrintingHouse.STATES.remove(job(message));
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(order(message)).isEqualTo("ACCEPTED 0"));

        PrintingHouse.JOBS.remove(job(message));
        for (int i = 1; i <= 2; i++) {
            String failed = "ACCEPTED " + i;
            clock.advance(Duration.ofHours(2));
            await().untilAsserted(() -> assertThat(order(message)).isEqualTo(failed));
        }
        clock.advance(Duration.ofHours(2));

        await().untilAsserted(() -> assertThat(order(message)).isEqualTo("REFUSED 0"));
        assertThat(status(message).getString("deliveries[0].delivery.fallback")).isEqualTo("FAILED");
        assertThat(status(message).getList("deliveries[0].delivery.evidence.detail"))
                .endsWith("PRINT_LOST");
        assertThat(status(message).getBoolean("complete")).isFalse();
    }

    @Test
    void anOrderThatComesNoFurtherIsCounted() {
        NationalIdentityNumber elsewhere = people.registered(People.ADULT);
        PrintingHouse.UNANSWERED.add(people.alias(elsewhere));
        String message = published(elsewhere);
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(order(message)).endsWith(" 1"));
        assertThat(stuck()).isZero();

        for (int i = 2; i <= PrintMetrics.SETBACKS; i++) {
            String failed = "WAITING " + i;
            clock.advance(Duration.ofHours(1));
            await().untilAsserted(() -> assertThat(order(message)).isEqualTo(failed));
        }

        assertThat(stuck()).isEqualTo(1);
        long soon = database.asWorker(tx -> orders.stuck(tx, clock.instant().plus(Duration.ofDays(1)), 99));
        assertThat(soon).isPositive();
    }

    private long stuck() {
        return database.asWorker(tx -> orders.stuck(tx, Instant.EPOCH, PrintMetrics.SETBACKS));
    }

    @Test
    void whatADeathHadCalledOffIsPrintedOnceTheDeathIsAnnulled() {
        UUID arne = UUID.randomUUID();
        NationalIdentityNumber number = people.stranger();
        people.sourcesAreAlive();
        people.restate(arne, 1, number, People.ADULT);
        PrintingHouse.UNANSWERED.add(people.alias(number));
        String message = published(number);
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(order(message)).endsWith(" 1"));
        people.restate(arne, 2, number, DEAD);
        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.reason"))
                .isEqualTo("REPORTED_DEAD"));
        clock.advance(Duration.ofDays(31));
        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.state"))
                .isEqualTo("RETURNED"));
        clock.advance(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(order(message)).startsWith("NOT_NEEDED"));
        PrintingHouse.UNANSWERED.clear();

        people.sourcesAreAlive();
        people.restate(arne, 3, number, People.ADULT);

        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));
    }

    @Test
    void paperThatTurnsOutToHaveLeftBeforeTheLetterWasTakenBackIsABreach() {
        String message = published(people.registered(People.ADULT));
        PrintingHouse.answers = Answers.TAKES_AND_IS_SILENT;
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(order(message)).isEqualTo("LEAVING 1"));
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
    void aLetterCanStillBeOpenedOnceItIsOnPaperAndBothAreShown() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = published(kari);
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));

        open(kari, message);

        assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER", "OPENED");
        assertThat(status(message).getBoolean("complete")).isTrue();
    }

    private String published(NationalIdentityNumber number) {
        Map<String, Object> letter = with(letterTo(number), "fallback", "PRINT");
        String id = send(letter).statusCode(201).extract().path("messageId");
        await().untilAsserted(() -> assertThat(rungs(id)).contains("PUBLISHED"));
        return id;
    }

    private static List<String> rungs(String message) {
        return status(message).getList("deliveries[0].delivery.evidence.rung");
    }

    private static void open(NationalIdentityNumber person, String message) {
        person(person)
                .post("/v1/me/letters/" + status(message).getString("deliveries[0].delivery.deliveryId") + "/openings")
                .then()
                .statusCode(200);
    }

    private static void disown(NationalIdentityNumber person, String message) {
        person(person)
                .post("/v1/me/letters/" + status(message).getString("deliveries[0].delivery.deliveryId") + "/not-mine")
                .then()
                .statusCode(204);
    }

    private static void recall(String message) {
        recall(message, "WRONG_RECIPIENT");
    }

    private static void recall(String message, String reason) {
        clinic(CLINIC)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/v1/sender/messages/" + message + "/recalls")
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> breaches(String message) {
        return clinic(CLINIC)
                .get("/v1/sender/breaches")
                .then()
                .statusCode(200)
                .extract()
                .path("breaches.findAll { it.messageId == '" + message + "' }");
    }

    /** Where the order is, and how often it failed there. */
    private String order(String message) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("""
                        select p.state || ' ' || p.setbacks from print_order p join delivery d on d.id = p.delivery_id
                        where d.message_id = :message""")
                .bind("message", UUID.fromString(message))
                .mapTo(String.class)
                .findOne()
                .orElse("none"));
    }

    private UUID job(String message) {
        return database.asWorker(tx -> tx.handle()
                .createQuery("""
                        select p.id from print_order p join delivery d on d.id = p.delivery_id
                        where d.message_id = :message""")
                .bind("message", UUID.fromString(message))
                .mapTo(UUID.class)
                .one());
    }
}
