package no.brevdue.mailbox.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Working days (virkedager) in Norway: Monday to Friday, but for the public holidays. */
public final class WorkingDays {

    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** Maundy Thursday, Good Friday, Easter Monday, Ascension Day and Whit Monday; the Sundays need no naming. */
    private static final Set<Integer> DAYS_FROM_EASTER = Set.of(-3, -2, 1, 39, 50);

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isPublicHoliday(day);
    }

    /** Sundays do not count as such. */
    public static boolean isPublicHoliday(LocalDate day) {
        return FIXED.contains(MonthDay.from(day))
                || DAYS_FROM_EASTER.contains(
                        (int) (day.toEpochDay() - easterSunday(day.getYear()).toEpochDay()));
    }

    /** The same time of day so many working days later. */
    public static Instant after(Instant time, int workingDays) {
        ZonedDateTime at = time.atZone(OSLO);
        for (int left = workingDays; left > 0; ) {
            at = at.plusDays(1);
            left -= isWorkingDay(at.toLocalDate()) ? 1 : 0;
        }
        return at.toInstant();
    }

    /** The same time of day so many working days earlier. */
    static Instant before(Instant time, int workingDays) {
        ZonedDateTime at = time.atZone(OSLO);
        for (int left = workingDays; left > 0; ) {
            at = at.minusDays(1);
            left -= isWorkingDay(at.toLocalDate()) ? 1 : 0;
        }
        return at.toInstant();
    }

    /** The same time of day on that day or the next working day. */
    static Instant onOrAfter(Instant time) {
        ZonedDateTime at = time.atZone(OSLO);
        while (!isWorkingDay(at.toLocalDate())) {
            at = at.plusDays(1);
        }
        return at.toInstant();
    }

    /** The Gregorian computus of Meeus, Jones and Butcher. */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
