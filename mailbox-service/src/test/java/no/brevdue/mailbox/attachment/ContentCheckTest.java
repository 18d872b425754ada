package no.brevdue.mailbox.attachment;

import no.brevdue.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;

import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_HASH_DIFFERS;
import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_SIZE_DIFFERS;
import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_TYPE_DIFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContentCheckTest {

    private static final byte[] PDF = Uploads.pdf(100);

    @Test
    void contentThatComesByteForByteIsTheSame() {
        assertThatCode(() -> check(AttachmentType.PDF, PDF.length, Uploads.sha256(PDF), 1))
                .doesNotThrowAnyException();
    }

    @Test
    void oneByteMoreIsRefusedBeforeTheEnd() {
        ContentCheck check = new ContentCheck(AttachmentType.PDF, PDF.length - 1, Uploads.sha256(PDF));

        assertRefused(CONTENT_SIZE_DIFFERS, () -> check.pass(PDF, PDF.length));
    }

    @Test
    void oneByteLessIsRefused() {
        assertRefused(
                CONTENT_SIZE_DIFFERS, () -> check(AttachmentType.PDF, PDF.length + 1, Uploads.sha256(PDF), PDF.length));
    }

    @Test
    void anotherHashIsRefused() {
        assertRefused(CONTENT_HASH_DIFFERS, () -> check(AttachmentType.PDF, PDF.length, "0".repeat(64), PDF.length));
    }

    @Test
    void whatIsShorterThanItsBeginningIsNoFile() {
        byte[] two = {'%', 'P'};
        ContentCheck check = new ContentCheck(AttachmentType.PDF, two.length, Uploads.sha256(two));
        check.pass(two, two.length);

        assertRefused(CONTENT_TYPE_DIFFERS, check::end);
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, 255044462D312E37",
        "PNG, 89504E470D0A1A0A",
        "JPEG, FFD8FFE000104A46",
    })
    void aFileIsKnownByItsBeginningAlone(AttachmentType type, String beginning) {
        byte[] file = HexFormat.of().parseHex(beginning);
        for (AttachmentType announced : AttachmentType.values()) {
            ContentCheck check = new ContentCheck(announced, file.length, Uploads.sha256(file));
            if (announced == type) {
                assertThatCode(() -> check.pass(file, file.length)).doesNotThrowAnyException();
            } else {
                assertRefused(CONTENT_TYPE_DIFFERS, () -> check.pass(file, file.length));
            }
        }
    }

    private static void check(AttachmentType type, long size, String sha256, int step) {
        ContentCheck check = new ContentCheck(type, size, sha256);
        byte[] piece = new byte[step];
        for (int from = 0; from < PDF.length; from += step) {
            System.arraycopy(PDF, from, piece, 0, step);
            check.pass(piece, step);
        }
        check.end();
    }

    private static void assertRefused(AttachmentProblem problem, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(problem));
    }
}
