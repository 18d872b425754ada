package no.brevdue.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Waits for what happens a little later, for a stated time and no longer. */
public final class Patiently {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patiently() {}

    public interface Look<T> {
        T now() throws IOException, InterruptedException;
    }

    /** The first look that satisfies, or the last one of all when time is up: the claim about it is then made and fails. */
    public static <T> T await(Duration patience, Look<T> look, Predicate<T> enough)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        T seen = look.now();
        while (!enough.test(seen) && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
            seen = look.now();
        }
        return seen;
    }
}
