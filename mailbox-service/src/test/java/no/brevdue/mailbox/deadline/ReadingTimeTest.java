package no.brevdue.mailbox.deadline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

import static no.brevdue.mailbox.deadline.FallbackPolicy.PAPER;
import static no.brevdue.mailbox.deadline.FallbackPolicy.TELL_ME;
import static org.assertj.core.api.Assertions.assertThat;

class ReadingTimeTest {

    @ParameterizedTest
    @CsvSource({
        // published             act by                 tell me                print
        "2026-01-05T09:00:00Z,                     , 2026-01-19T09:00:00Z, 2026-01-19T09:00:00Z", // two weeks
        "2026-03-19T09:00:00Z,                     , 2026-04-07T09:00:00Z, 2026-04-07T09:00:00Z", // over Easter
        "2026-01-05T09:00:00Z, 2026-01-15T10:00:00Z, 2026-01-13T10:00:00Z, 2026-01-07T10:00:00Z", // a Thursday
        "2026-03-23T09:00:00Z, 2026-04-07T08:00:00Z, 2026-03-31T08:00:00Z, 2026-03-25T09:00:00Z", // after Easter
        "2026-01-05T09:00:00Z, 2026-06-01T08:00:00Z, 2026-01-19T09:00:00Z, 2026-01-19T09:00:00Z", // far away
        "2026-01-05T09:00:00Z, 2026-01-06T10:00:00Z, 2026-01-05T10:00:00Z, 2026-01-05T10:00:00Z", // tomorrow
    })
    void aLetterFallsBackWhileAnotherWayIsStillInTime(Instant earliest, Instant actBy, Instant tellMe, Instant print) {
        assertThat(ReadingTime.readBefore(earliest, actBy, TELL_ME)).isEqualTo(tellMe);
        assertThat(ReadingTime.readBefore(earliest, actBy, PAPER)).isEqualTo(print);
    }

    @Test
    void paperThatWouldComeTooLateIsNotWorthPrinting() {
        Instant thursday = Instant.parse("2026-01-15T10:00:00Z");
        Instant sixWorkingDaysBefore = Instant.parse("2026-01-07T10:00:00Z");

        assertThat(ReadingTime.isPaperInTime(sixWorkingDaysBefore, thursday)).isTrue();
        assertThat(ReadingTime.isPaperInTime(sixWorkingDaysBefore.plusSeconds(1), thursday))
                .isFalse();
        assertThat(ReadingTime.isPaperInTime(thursday, null)).isTrue();
    }
}
