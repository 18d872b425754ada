package no.brevdue.identity.contact;

import no.brevdue.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MobileNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+4791234567, +4791234567",
        "0047 912 34 567, +4791234567",
        "912 34 567, +4791234567",
        "41234567, +4741234567",
        "+46 70 123 45 67, +46701234567",
        // Canada and the United States do not tell mobile numbers apart.
        "+1 416 555 0123, +14165550123"
    })
    void aMobileNumberIsKeptAsTheNetworksWriteIt(String written, String kept) {
        assertThat(MobileNumber.of(written).e164()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 22 55 55",
                "+47 22 22 55 55",
                "02002",
                "+47 800 33 313",
                "1234",
                "+47",
                "call me",
                "+999123456789"
            })
    void whereNoTextMessageArrivesIsNoMobileNumber(String written) {
        assertThatThrownBy(() -> MobileNumber.of(written))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("invalid-mobile");
    }
}
