package no.brevdue.identity.krr;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelTest {

    private static final Instant CONFIRMED = Instant.parse("2024-08-05T10:00:00Z");
    private static final Instant EIGHTEEN_MONTHS_LATER = Instant.parse("2026-02-05T11:00:00Z");

    private final Channel email = new Channel("kari@example.no", CONFIRMED);

    @Test
    void aChannelIsUsableUntilEighteenMonthsAfterItWasConfirmed() {
        assertThat(email.usableAt(EIGHTEEN_MONTHS_LATER.minusMillis(1))).isTrue();
    }

    @Test
    void atEighteenMonthsOfLocalTimeAChannelIsTooOld() {
        assertThat(email.usableAt(EIGHTEEN_MONTHS_LATER)).isFalse();
    }

    @Test
    void aChannelThatWasNeverConfirmedIsNotUsable() {
        assertThat(new Channel("kari@example.no", null).usableAt(CONFIRMED)).isFalse();
    }

    @Test
    void aTimeThatHasNotComeConfirmsNothing() {
        assertThat(email.usableAt(CONFIRMED.minus(Duration.ofHours(2)))).isTrue();
        assertThat(email.usableAt(CONFIRMED.minus(Duration.ofDays(2)))).isFalse();
    }

    @Test
    void anEmailAddressShowsItsFirstLetterAndItsDomain() {
        assertThat(email.masked()).isEqualTo("k***@example.no");
    }

    @Test
    void aMobileNumberShowsItsLastTwoDigits() {
        assertThat(new Channel("+4791234567", CONFIRMED).masked()).isEqualTo("*****67");
    }

    @Test
    void anAddressIsNeverPrinted() {
        assertThat(email).asString().doesNotContain("kari");
    }
}
