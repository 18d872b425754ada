package no.brevdue.mailbox.deadline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({"1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"})
    void easterIsWhereTheCalendarHasIt(LocalDate sunday) {
        assertThat(WorkingDays.easterSunday(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, false", // New Year's Day
        "2026-01-02, true",
        "2026-01-03, false", // Saturday
        "2026-01-04, false", // Sunday
        "2026-04-01, true", // Wednesday before Easter
        "2026-04-02, false", // Maundy Thursday
        "2026-04-03, false", // Good Friday
        "2026-04-06, false", // Easter Monday
        "2026-04-07, true",
        "2026-05-01, false", // Labour Day
        "2026-05-14, false", // Ascension Day
        "2027-05-17, false", // Constitution Day and Whit Monday
        "2026-05-25, false", // Whit Monday
        "2026-12-24, true", // Christmas Eve is no public holiday
        "2026-12-25, false",
        "2026-12-26, false",
        "2026-12-31, true"
    })
    void holidaysAndWeekendsAreNoWorkingDays(LocalDate day, boolean working) {
        assertThat(WorkingDays.isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void countingBackOverEasterAndTheChangeOfClocksKeepsTheTimeOfDay() {
        Instant tuesdayAfterEaster = Instant.parse("2024-04-02T08:00:00Z"); // 10:00 in Oslo, summer time

        assertThat(WorkingDays.before(tuesdayAfterEaster, 2)).isEqualTo("2024-03-26T09:00:00Z"); // 10:00, winter time
    }
}
