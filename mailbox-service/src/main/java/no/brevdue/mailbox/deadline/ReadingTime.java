package no.brevdue.mailbox.deadline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** How long a letter waits to be read, so that another way can still reach the person in time. */
public final class ReadingTime {

    /** Whoever has not opened a letter within a week is told once more, eForvaltningsforskriften § 8. */
    public static final Duration SECOND_NOTICE_AFTER = Duration.ofDays(7);

    public static final Duration LEAST = Duration.ofHours(1);

    /** For a letter that asks for nothing by a certain time: a week after each notice. */
    private static final Duration LONGEST = Duration.ofDays(14);

    /** A working day to print, up to four for the post, one for the person to act. */
    private static final int PAPER_TAKES = 6;

    /** The sender needs a working day to see that it must, and one to reach the person. */
    private static final int CALLING_TAKES = 2;

    private static final Duration FURTHEST = Duration.ofDays(2 * 365);

    private ReadingTime() {}

    /**
     * Whether a letter can be about that time at all: further away are slips of the pen, and times that nothing can reckon
     * with. What is thinkable once is so for ever, so that this can be asked of repetitions, too.
     */
    public static boolean isThinkable(@Nullable Instant time, Instant now) {
        return time == null || (!time.isBefore(Instant.EPOCH) && !time.isAfter(now.plus(FURTHEST)));
    }

    /**
     * When the letter falls back if nobody has opened it. Always a working day, except where that would leave less than an
     * hour to read.
     *
     * @param earliest when it can be published at the earliest
     */
    public static Instant readBefore(Instant earliest, @Nullable Instant actBy, FallbackPolicy policy) {
        Instant latest = WorkingDays.onOrAfter(earliest.plus(LONGEST));
        Instant inTime = actBy == null ? latest : WorkingDays.before(actBy, takes(policy));
        Instant chosen = inTime.isBefore(latest) ? inTime : latest;
        Instant least = earliest.plus(LEAST);
        return chosen.isBefore(least) ? least : chosen;
    }

    /** Whether a letter printed from now on can be in the person's hands before it is of no use any more. */
    public static boolean isPaperInTime(Instant now, @Nullable Instant actBy) {
        return actBy == null || !WorkingDays.before(actBy, PAPER_TAKES).isBefore(now);
    }

    private static int takes(FallbackPolicy policy) {
        return switch (policy) {
            case PAPER, PRINT -> PAPER_TAKES;
            case TELL_ME -> CALLING_TAKES;
        };
    }
}
