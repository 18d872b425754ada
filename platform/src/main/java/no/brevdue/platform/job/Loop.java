package no.brevdue.platform.job;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A named thread that does one round after another until it is stopped. A round that fails is logged and tried again, ever more slowly. */
public final class Loop {

    private static final Logger LOGGER = Logger.getLogger(Loop.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final long REST_NANOS = 20_000_000L;

    /** One round of work. */
    @FunctionalInterface
    public interface Round {

        /** Returns true when more work is known to wait. */
        boolean run() throws Exception;
    }

    private final String name;
    private final Duration pause;
    private final Round round;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    private Loop(String name, Duration pause, Round round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    public static Loop start(String name, Duration pause, Round round) {
        Loop loop = new Loop(name, pause, round);
        loop.thread.start();
        return loop;
    }

    public void wake() {
        wakeUps.release();
    }

    /** Lets the current rounds of all of them end, for at most {@code patience} together; then interrupts them. */
    public static void stop(Collection<Loop> loops, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        loops.forEach(Loop::tellToStop);
        loops.forEach(loop -> loop.join(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    private void tellToStop() {
        stopping = true;
        wake();
    }

    private void join(Duration patience) {
        try {
            if (!thread.join(patience)) {
                LOGGER.warnf("Loop did not stop in time and is interrupted: %s", name);
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        Duration backOff = FIRST_BACK_OFF;
        while (!stopping) {
            try {
                boolean more = round.run();
                backOff = FIRST_BACK_OFF;
                if (!more) {
                    rest();
                    await(pause);
                }
                // An Error too: a loop that ended would leave a service that looks well and does nothing.
            } catch (Throwable failure) {
                if (stopping) {
                    return;
                }
                LOGGER.warnf(failure, "A round failed and will be tried again: %s", name);
                await(backOff);
                backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) < 0
                        ? backOff.multipliedBy(2)
                        : LONGEST_BACK_OFF;
            }
        }
    }

    /** Whoever is woken all the time rests between rounds: what comes meanwhile shares the next. */
    private void rest() {
        if (!stopping) {
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    private void await(Duration time) {
        try {
            if (wakeUps.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
