package no.brevdue.mailbox.preflight;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadabilityTest {

    @Test
    void lixIsWordsPerSentenceAndLongWordsInPercent() {
        // Seven words in two sentences, two of them longer than six letters.
        Readability text = Readability.of("Du har time. Ta kontakt med legekontoret.", true);

        assertThat(text.lix()).isEqualTo(Math.round(7.0f / 2 + 100.0f * 2 / 7));
        assertThat(text.level()).isEqualTo(Readability.Level.EASY);
    }

    @Test
    void aLetterThatAsksForNothingIsNoticed() {
        assertThat(Readability.of("Prøven er normal.", false).saysWhatToDo()).isFalse();
        assertThat(Readability.of("Du må møte fastende.", false).saysWhatToDo()).isTrue();
        assertThat(Readability.of("Please call us.", false).saysWhatToDo()).isTrue();
    }

    @Test
    void anEmptyTextIsEasy() {
        assertThat(Readability.of("", false).lix()).isZero();
    }
}
