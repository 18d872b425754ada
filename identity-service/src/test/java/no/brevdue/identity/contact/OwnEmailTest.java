package no.brevdue.identity.contact;

import no.brevdue.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnEmailTest {

    @ParameterizedTest
    @ValueSource(strings = {"kari@example.no", "kari.nordmann+brev@post.example.no", "søren@blåbær.example"})
    void anAddressIsKeptAsItWasWritten(String address) {
        assertThat(OwnEmail.of(address).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kari",
                "kari@",
                "@example.no",
                "kari@example",
                "kari@example.",
                "Kari <kari@example.no>",
                "kari@example.no,ola@example.no",
                "kari@example.no\r\nBcc: ola@example.no",
                "kari nordmann@example.no"
            })
    void whatCannotStandInAMailIsNoAddress(String address) {
        assertThatThrownBy(() -> OwnEmail.of(address))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("invalid-email");
    }
}
