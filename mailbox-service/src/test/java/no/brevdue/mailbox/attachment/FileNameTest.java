package no.brevdue.mailbox.attachment;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTest {

    @Test
    void aPlainNameIsKept() {
        assertThat(new FileName("time 5.pdf").disposition())
                .isEqualTo("attachment; filename=\"time 5.pdf\"; filename*=UTF-8''time%205.pdf");
    }

    @Test
    void everyOtherLetterIsEncoded() {
        assertThat(new FileName("prøve.pdf").disposition())
                .isEqualTo("attachment; filename=\"pr_ve.pdf\"; filename*=UTF-8''pr%C3%B8ve.pdf");
    }

    @Test
    void aNameCannotLeaveItsQuotesOrTheHeader() {
        assertThat(new FileName("a\"; x=\"%\r\nb.pdf").disposition())
                .isEqualTo(
                        "attachment; filename=\"a__ x_____b.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22%25%0D%0Ab.pdf");
    }
}
