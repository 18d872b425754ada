package no.brevdue.mailbox.silence;

import no.brevdue.mailbox.deadline.WorkingDays;
import no.brevdue.platform.time.NorwegianDay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** What an hour is measured by: the same hour of the same weekday, by the clock on the wall. */
final class UsualHours {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final int WEEKS = 4;

    /** Enough to find four, whatever holidays are among them. */
    private static final int WEEKS_BACK = 8;

    private UsualHours() {}

    /** The last four; none on a public holiday, on which nobody is expected to send. A holiday is no measure for others either. */
    static List<Instant> before(Instant hour) {
        if (isHoliday(hour)) {
            return List.of();
        }
        ZonedDateTime at = hour.atZone(OSLO);
        return IntStream.rangeClosed(1, WEEKS_BACK)
                .mapToObj(weeks -> at.minusWeeks(weeks).toInstant())
                .filter(then -> !isHoliday(then))
                .limit(WEEKS)
                .toList();
    }

    private static boolean isHoliday(Instant hour) {
        return WorkingDays.isPublicHoliday(NorwegianDay.of(hour));
    }
}
