package no.brevdue.platform.problem;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Room for bodies that are read into memory as a whole and may be large: all that are under way at one time must fit into the
 * heap of a small container, also where each character takes two octets.
 */
@ApplicationScoped
class LargeBodies {

    /** A thousand letters of ten kilobytes. */
    static final long LARGEST = 10 * 1024 * 1024;

    static final int AT_ONCE = 3;

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** Returns what gives the room back; the second time it does nothing. */
    Runnable take() {
        if (!room.tryAcquire()) {
            throw PlatformProblem.NO_ROOM
                    .because("Too many large requests are under way.")
                    .retryAfter(COME_BACK);
        }
        AtomicBoolean taken = new AtomicBoolean(true);
        return () -> {
            if (taken.getAndSet(false)) {
                room.release();
            }
        };
    }
}
