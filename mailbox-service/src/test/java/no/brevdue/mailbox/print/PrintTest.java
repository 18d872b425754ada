package no.brevdue.mailbox.print;

import com.google.crypto.tink.HybridDecrypt;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.mailbox.People;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class PrintTest {

    private static final Duration READING_TIME = Duration.ofDays(14).plusSeconds(1);

    private final People people;
    private final Database database;
    private final TestClock clock;
    private final KeysetFile printersKey;

    PrintTest(
            People people,
            Database database,
            TestClock clock,
            @ConfigProperty(name = "brevdue.keys.printer-private") KeysetFile printersKey) {
        this.people = people;
        this.database = database;
        this.clock = clock;
        this.printersKey = printersKey;
    }

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
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
    void whatDoesNotComeBackInThreeWeeksHasArrived() {
        String message = published(people.registered(People.ADULT));
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));
        PrintingHouse.STATES.put(job(message), "DISPATCHED");
        clock.advance(Duration.ofHours(2));
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("PAPER_DISPATCHED"));

        clock.advance(Duration.ofDays(21));

        await().untilAsserted(
                        () -> assertThat(status(message).getBoolean("complete")).isTrue());
        assertThat(rungs(message)).endsWith("FALLBACK_DONE");
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
    void aLetterCanStillBeOpenedOnceItIsOnPaperAndBothAreShown() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String message = published(kari);
        clock.advance(READING_TIME);
        await().untilAsserted(() -> assertThat(rungs(message)).endsWith("FALLBACK_HANDED_OVER"));

        person(kari)
                .post("/v1/me/letters/" + status(message).getString("deliveries[0].delivery.deliveryId") + "/openings")
                .then()
                .statusCode(200);

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
