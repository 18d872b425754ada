package no.brevdue.notification.contact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"kari@example.test", "kari.nordmann+post@mail.example.test", "kåri@bære.example"})
    void anAddressIsAMailbox(String text) {
        assertThat(EmailAddress.of(text)).map(EmailAddress::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kari",
                "@example.test",
                "kari@",
                "kari@a@b",
                "kari @example.test",
                "Kari <kari@example.test>",
                "kari@example.test, ola@example.test",
                "kari@example.test\r\nBcc: ola@example.test",
                "kari@example.test\nX: y",
                "\"kari\"@example.test"
            })
    void whatCouldBecomeAnotherHeaderOrRecipientIsNoAddress(String text) {
        assertThat(EmailAddress.of(text)).isEmpty();
    }

    @Test
    void anAddressLongerThanMailAllowsIsNoAddress() {
        assertThat(EmailAddress.of("k".repeat(250) + "@example.test")).isEmpty();
    }

    @Test
    void anAddressIsNeverPrinted() {
        assertThat(EmailAddress.of("kari@example.test").toString()).doesNotContain("kari");
    }
}
