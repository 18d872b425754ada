package no.brevdue.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people here count them: birthdays, and whatever ends with a day, come at midnight Europe/Oslo. */
public final class NorwegianDay {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private NorwegianDay() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, OSLO);
    }

    /** The first moment of the day, also where the clock is changed in that night. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OSLO).toInstant();
    }
}
