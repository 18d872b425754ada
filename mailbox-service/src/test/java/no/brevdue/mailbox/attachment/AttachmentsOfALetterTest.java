package no.brevdue.mailbox.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import no.brevdue.mailbox.People;
import no.brevdue.mailbox.clamd.FakeClamd;
import no.brevdue.mailbox.clamd.FakeClamd.Mood;
import no.brevdue.mailbox.clamd.Scanner;
import no.brevdue.platform.identity.NationalIdentityNumber;
import no.brevdue.platform.job.JobRunner;
import no.brevdue.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.GP_OFFICE;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.letterTo;
import static no.brevdue.mailbox.Mail.person;
import static no.brevdue.mailbox.Mail.send;
import static no.brevdue.mailbox.Mail.status;
import static no.brevdue.mailbox.Mail.with;
import static no.brevdue.mailbox.attachment.Uploads.ADDRESS;
import static no.brevdue.mailbox.attachment.Uploads.announced;
import static no.brevdue.mailbox.attachment.Uploads.announcementOf;
import static no.brevdue.mailbox.attachment.Uploads.pdf;
import static no.brevdue.mailbox.attachment.Uploads.pdfWith;
import static no.brevdue.mailbox.attachment.Uploads.state;
import static no.brevdue.mailbox.attachment.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class AttachmentsOfALetterTest {

    private static final byte[] PDF = pdf(3_000_000);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    private final People people;
    private final Rows rows;
    private final TestClock clock;
    private final JobRunner jobs;
    private final MeterRegistry meters;

    AttachmentsOfALetterTest(People people, Rows rows, TestClock clock, JobRunner jobs, MeterRegistry meters) {
        this.people = people;
        this.rows = rows;
        this.clock = clock;
        this.jobs = jobs;
        this.meters = meters;
    }

    @AfterEach
    void backToTheStart() {
        Scanner.is(Mood.WELL);
        clock.set(TestClock.START);
    }

    @Test
    void theReaderGetsTheAttachmentByteForByteAndMustSaveIt() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String first = uploaded(PDF);
        String second = uploaded(pdfWith("two"));
        letterWith(kari, second, first).statusCode(201);
        String letter = opened(kari);

        person(kari)
                .post("/v1/me/letters/" + letter + "/openings")
                .then()
                .body("attachments.attachmentId", equalTo(List.of(second, first)))
                .body("attachments[1].fileName", equalTo("Prøvesvar.pdf"))
                .body("attachments[1].contentType", equalTo("application/pdf"))
                .body("attachments[1].size", equalTo(PDF.length))
                .body("attachments[1].sha256", equalTo(Uploads.sha256(PDF)));

        byte[] content = person(kari)
                .get("/v1/me/letters/" + letter + "/attachments/" + first)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Length", Integer.toString(PDF.length))
                .header("Content-Disposition", containsString("filename*=UTF-8''Pr%C3%B8vesvar.pdf"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(PDF);
    }

    @Test
    void anotherPersonCannotReadIt() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        NationalIdentityNumber ola = people.registeredAndInAgreement();
        String attachment = uploaded(PDF);
        letterWith(kari, attachment).statusCode(201);
        letterWith(ola, uploaded(PDF)).statusCode(201);
        String hers = opened(kari);
        String his = opened(ola);

        person(ola)
                .get("/v1/me/letters/" + hers + "/attachments/" + attachment)
                .then()
                .statusCode(404);
        person(ola)
                .get("/v1/me/letters/" + his + "/attachments/" + attachment)
                .then()
                .statusCode(404);
        assertThat(rows.chunksShownTo(GP_OFFICE, attachment)).isZero();
    }

    @Test
    void whileTheScannerIsAwayTheLetterWaitsAndNobodyReadsAnything() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        Scanner.is(Mood.HANGS_UP);
        String attachment = uploaded(PDF);
        String message = letterWith(kari, attachment).statusCode(201).extract().path("messageId");

        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.state"))
                .isEqualTo("HELD"));
        jobs.wake(ScanMetrics.class);
        await().untilAsserted(() -> assertThat(
                        meters.get("brevdue.attachment.scan.waiting").gauge().value())
                .isEqualTo(1));
        assertThat(state(attachment)).isEqualTo("PENDING");
        assertThat(rows.chunksOf(attachment)).isPositive();
        assertThat(rows.chunksShownTo(CLINIC, attachment)).isZero();
        person(kari).get("/v1/me/letters").then().body("letters", hasSize(0));

        Scanner.is(Mood.WELL);
        clock.advance(LONGEST_BACK_OFF);

        String letter = opened(kari);
        person(kari)
                .get("/v1/me/letters/" + letter + "/attachments/" + attachment)
                .then()
                .statusCode(200);
        assertThat(rows.chunksShownTo(CLINIC, attachment)).isPositive();
    }

    @Test
    void aLetterWithMalwareReachesNobodyAndTheSenderIsTold() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        Scanner.is(Mood.HANGS_UP);
        String attachment = uploaded(pdfWith(FakeClamd.EICAR));
        String message = letterWith(kari, attachment).statusCode(201).extract().path("messageId");

        Scanner.is(Mood.WELL);
        clock.advance(LONGEST_BACK_OFF);

        await().untilAsserted(() -> assertThat(status(message).getString("deliveries[0].delivery.reason"))
                .isEqualTo("UNSAFE_ATTACHMENT"));
        person(kari).get("/v1/me/letters").then().body("letters", hasSize(0));
        assertThat(rows.chunksShownTo(CLINIC, attachment)).isZero();
    }

    @Test
    void aLetterCannotNameWhatItsSenderHasNot() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String foreign = clinic(GP_OFFICE)
                .contentType("application/json")
                .body(announcementOf(PDF))
                .post(ADDRESS)
                .then()
                .statusCode(201)
                .extract()
                .path("attachmentId");

        letterWith(kari, foreign).statusCode(400).body("code", equalTo("BD-1338"));
        letterWith(kari, announced(announcementOf(PDF))).statusCode(409).body("code", equalTo("BD-1340"));
    }

    @Test
    void anAttachmentBelongsToOneLetterOnce() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String attachment = uploaded(PDF);

        letterWith(kari, attachment, attachment).statusCode(400).body("code", equalTo("BD-1337"));
        letterWith(kari, attachment).statusCode(201);
        letterWith(kari, attachment).statusCode(409).body("code", equalTo("BD-1339"));
    }

    @Test
    void knownMalwareCannotBeSent() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String attachment = uploaded(pdfWith(FakeClamd.EICAR));
        await().untilAsserted(() -> assertThat(state(attachment)).isEqualTo("INFECTED"));

        letterWith(kari, attachment).statusCode(409).body("code", equalTo("BD-1341"));
    }

    @Test
    void whatNoLetterNamesIsDeletedAfterADay() {
        NationalIdentityNumber kari = people.registeredAndInAgreement();
        String named = uploaded(PDF);
        String unnamed = uploaded(PDF);
        letterWith(kari, named).statusCode(201);

        clock.advance(Duration.ofHours(24));
        jobs.wake(OrphanJob.class);
        clock.advance(Duration.ofSeconds(1));
        jobs.wake(OrphanJob.class);

        await().untilAsserted(
                        () -> clinic(CLINIC).get(ADDRESS + "/" + unnamed).then().statusCode(404));
        assertThat(rows.chunksOf(unnamed)).isZero();
        assertThat(state(named)).isEqualTo("CLEAN");
        assertThat(meters.get("brevdue.attachment.orphans").counter().count()).isPositive();
    }

    private static ValidatableResponse letterWith(NationalIdentityNumber recipient, String... attachments) {
        return send(with(letterTo(recipient), "attachments", List.of(attachments)));
    }

    private static String opened(NationalIdentityNumber reader) {
        String letter = await().until(
                        () -> person(reader)
                                .get("/v1/me/letters")
                                .then()
                                .extract()
                                .path("letters[0].letterId"),
                        id -> id != null);
        person(reader).post("/v1/me/letters/" + letter + "/openings").then().statusCode(200);
        return letter;
    }
}
