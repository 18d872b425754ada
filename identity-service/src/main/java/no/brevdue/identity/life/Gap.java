package no.brevdue.identity.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Sequence numbers, first and last included, that the feed has left out. */
record Gap(long first, long last, Instant foundAt, Instant lookAgainAt) {

    boolean contains(long sequence) {
        return first <= sequence && sequence <= last;
    }

    /** What is missing between {@code next} and the last of some numbers. */
    static List<Gap> between(long next, Collection<Long> numbers, Instant now, Instant lookAgainAt) {
        List<Gap> gaps = new ArrayList<>();
        long expected = next;
        for (long number : new TreeSet<>(numbers)) {
            if (number > expected) {
                gaps.add(new Gap(expected, number - 1, now, lookAgainAt));
            }
            expected = Math.max(expected, number + 1);
        }
        return gaps;
    }

    /** What is still missing of this when some numbers have come. */
    List<Gap> without(Collection<Long> numbers, Instant then) {
        List<Long> come =
                new ArrayList<>(numbers.stream().filter(this::contains).toList());
        come.add(last + 1);
        return between(first, come, foundAt, then);
    }
}
