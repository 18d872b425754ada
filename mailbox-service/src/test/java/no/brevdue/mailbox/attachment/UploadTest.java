package no.brevdue.mailbox.attachment;

import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.mailbox.clamd.FakeClamd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static no.brevdue.mailbox.Mail.CLINIC;
import static no.brevdue.mailbox.Mail.OTHER_CLINIC;
import static no.brevdue.mailbox.Mail.clinic;
import static no.brevdue.mailbox.Mail.with;
import static no.brevdue.mailbox.attachment.Uploads.ADDRESS;
import static no.brevdue.mailbox.attachment.Uploads.announce;
import static no.brevdue.mailbox.attachment.Uploads.announced;
import static no.brevdue.mailbox.attachment.Uploads.announcementOf;
import static no.brevdue.mailbox.attachment.Uploads.pdf;
import static no.brevdue.mailbox.attachment.Uploads.pdfWith;
import static no.brevdue.mailbox.attachment.Uploads.sha256;
import static no.brevdue.mailbox.attachment.Uploads.state;
import static no.brevdue.mailbox.attachment.Uploads.upload;
import static no.brevdue.mailbox.attachment.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class UploadTest {

    private static final int LARGEST = 26_214_400;
    private static final byte[] PDF = pdf(2_500_000);

    private final Rows rows;

    UploadTest(Rows rows) {
        this.rows = rows;
    }

    @Test
    void anUploadIsScannedAndFoundClean() {
        String id = announced(announcementOf(PDF));
        assertThat(state(id)).isEqualTo("AWAITING_UPLOAD");

        assertThat(upload(id, PDF)).isEqualTo("204");

        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("CLEAN"));
    }

    @Test
    void anAnnouncementSaysWhereTheAttachmentIs() {
        var answer = announce(announcementOf(PDF)).statusCode(201);

        answer.header("Location", endsWith(ADDRESS + "/" + answer.extract().path("attachmentId")));
    }

    @Test
    void malwareIsFound() {
        String id = uploaded(pdfWith(FakeClamd.EICAR));

        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("INFECTED"));
    }

    @ParameterizedTest
    @CsvSource({
        "size, 2500001, BD-1331",
        "size, 2499999, BD-1331",
        "contentType, image/png, BD-1332",
        "contentType, image/jpeg, BD-1332",
        "sha256, 0000000000000000000000000000000000000000000000000000000000000000, BD-1333",
    })
    void whatIsNotAsAnnouncedIsRefusedAndNothingIsKept(String field, String value, String code) {
        String id = announced(with(announcementOf(PDF), field, field.equals("size") ? Integer.valueOf(value) : value));

        assertThat(upload(id, PDF)).isEqualTo("400 " + code);

        assertThat(state(id)).isEqualTo("AWAITING_UPLOAD");
        assertThat(rows.chunksOf(id)).isZero();
    }

    @Test
    void theLargestAttachmentIsTwentyFiveMegabytes() {
        byte[] largest = pdf(LARGEST);
        String id = uploaded(largest);
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("CLEAN"));

        announce(with(announcementOf(largest), "size", LARGEST + 1))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/size"));
        assertThat(upload(announced(announcementOf(largest)), pdf(LARGEST + 1))).isEqualTo("400 BD-1331");
    }

    @Test
    void onlyTheUploadItselfMayBeLargerThanAMegabyte() {
        announce(with(announcementOf(PDF), "fileName", "x".repeat(1 << 20)))
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.pdf", "x\\y.pdf", "x\u0000.pdf", "x\n.pdf", "\u202Efdp.exe", " ", ""})
    void aFileNameIsNoPathAndHidesNothing(String fileName) {
        announce(with(announcementOf(PDF), "fileName", fileName))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fileName"));
    }

    @ParameterizedTest
    @CsvSource({"contentType, text/html", "sha256, abc", "size, 0"})
    void anAnnouncementOutsideItsLimitsIsRefused(String field, String value) {
        announce(with(announcementOf(PDF), field, field.equals("size") ? Integer.valueOf(value) : value))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + field));
    }

    @Test
    void uploadingTheSameAgainChangesNothing() {
        String id = uploaded(PDF);
        int chunks = rows.chunksOf(id);

        assertThat(upload(id, PDF)).isEqualTo("204");

        assertThat(rows.chunksOf(id)).isEqualTo(chunks).isPositive();
    }

    @Test
    void otherContentCannotReplaceTheFirst() {
        String id = uploaded(PDF);

        assertThat(upload(id, pdf(PDF.length - 1))).isEqualTo("409 BD-1335");
        assertThat(upload(id, pdfWith("x".repeat(PDF.length - 9)))).isEqualTo("409 BD-1335");
    }

    @Test
    void whatIsStoredSaysNothing() {
        byte[] telling = pdfWith("the patient has been called in ".repeat(100));
        String id = announced(Map.of(
                "fileName",
                "secret-name.pdf",
                "contentType",
                "application/pdf",
                "size",
                telling.length,
                "sha256",
                sha256(telling)));
        assertThat(upload(id, telling)).isEqualTo("204");

        String stored = rows.storedOf(id);

        assertThat(stored.getBytes(StandardCharsets.ISO_8859_1)).hasSizeGreaterThan(telling.length);
        assertThat(stored).doesNotContain("%PDF", "patient", "secret");
    }

    @Test
    void anotherOrganisationsAttachmentDoesNotExist() {
        String id = announced(announcementOf(PDF));

        clinic(OTHER_CLINIC).get(ADDRESS + "/" + id).then().statusCode(404).body("code", equalTo("BD-1330"));
        assertThat(upload(OTHER_CLINIC, id, PDF).statusCode()).isEqualTo(404);
        clinic(CLINIC).get(ADDRESS + "/no-uuid").then().statusCode(404);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingAndCanBeRepeated() throws IOException {
        String id = announced(announcementOf(PDF));

        new HalfUpload(id, PDF).close();

        assertThat(upload(id, PDF)).isEqualTo("204");
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("CLEAN"));
    }

    @Test
    void slowUploadsLeaveAPlaceOnceTheyEnd() throws IOException {
        String waiting = announced(announcementOf(PDF));
        List<HalfUpload> slow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add(new HalfUpload(announced(announcementOf(PDF)), PDF));
        }
        // Each try that still finds a place is a repetition of the first, so that it may succeed without harm.
        await().untilAsserted(() -> assertThat(upload(waiting, PDF)).isEqualTo("429 BD-1336"));
        assertThat(upload(CLINIC, waiting, PDF).headers().firstValue("Retry-After"))
                .isPresent();

        for (HalfUpload upload : slow) {
            upload.close();
        }

        await().untilAsserted(() -> assertThat(upload(waiting, PDF)).isEqualTo("204"));
    }
}
