package no.brevdue.local.demo;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NarratorTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8), false);

    @Test
    void aClaimIsPrintedWithItsEvidence() {
        narrator.expect("The letter is accepted", true, "201");
        narrator.end();

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("✓ The letter is accepted")
                .contains("201")
                .contains("All 1 claims are proven");
    }

    @Test
    void aClaimThatDoesNotHoldEndsTheStory() {
        assertThatThrownBy(() -> narrator.expect("The letter is accepted", false, "500"))
                .isInstanceOf(ClaimFailed.class)
                .hasMessageContaining("500");
    }

    @Test
    void columnsAreAligned() {
        narrator.table(
                "Ladder", List.of("rung", "at"), List.of(List.of("ACCEPTED", "09:00"), List.of("OPENED", "10:00")));

        assertThat(told.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .containsExactly("Ladder", "rung      at", "---------------", "ACCEPTED  09:00", "OPENED    10:00");
    }
}
