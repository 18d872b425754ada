package no.brevdue.mailbox.silence;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class UsualHoursTest {

    @Test
    void theSameHourIsTheSameOnTheWallAlsoWhereTheClockIsChangedInBetween() {
        assertThat(UsualHours.before(Instant.parse("2026-11-10T08:00:00Z")))
                .isEqualTo(times(
                        "2026-11-03T08:00:00Z",
                        "2026-10-27T08:00:00Z",
                        "2026-10-20T07:00:00Z",
                        "2026-10-13T07:00:00Z"));
    }

    @Test
    void aHolidayIsNoMeasureAndIsNotMeasured() {
        assertThat(UsualHours.before(Instant.parse("2026-01-01T09:00:00Z"))).isEmpty();
        assertThat(UsualHours.before(Instant.parse("2026-01-08T09:00:00Z")))
                .as("neither New Year's Day nor Christmas Day")
                .isEqualTo(times(
                        "2025-12-18T09:00:00Z",
                        "2025-12-11T09:00:00Z",
                        "2025-12-04T09:00:00Z",
                        "2025-11-27T09:00:00Z"));
    }

    @Test
    void theDayIsTheNorwegianOne() {
        assertThat(UsualHours.before(Instant.parse("2025-12-31T23:00:00Z")))
                .as("an hour into New Year's Day")
                .isEmpty();
    }

    private static List<Instant> times(String... times) {
        return Stream.of(times).map(Instant::parse).toList();
    }
}
