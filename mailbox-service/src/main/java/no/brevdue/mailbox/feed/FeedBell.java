package no.brevdue.mailbox.feed;

import io.quarkus.runtime.ShutdownEvent;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Wakes whoever waits for news of an organisation. Only what this replica numbers rings here, so nobody sleeps longer than a
 * second before looking again.
 */
@ApplicationScoped
class FeedBell {

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    /** Whoever comes beyond this many is answered at once, with what there is. */
    private static final int MOST_WAITING = 2_000;

    private final Map<String, CountDownLatch> bells = new ConcurrentHashMap<>();
    private final Semaphore seats = new Semaphore(MOST_WAITING);
    private volatile boolean closed;

    /** Take it before looking: what is numbered after that rings it. */
    CountDownLatch bell(String organization) {
        return bells.computeIfAbsent(organization, unheard -> new CountDownLatch(1));
    }

    void ring(Collection<String> organizations) {
        for (String organization : organizations) {
            CountDownLatch bell = bells.remove(organization);
            if (bell != null) {
                bell.countDown();
            }
        }
    }

    /** Returns false when waiting has no point: no seat is free, or the service is stopping. */
    boolean await(CountDownLatch bell, Duration atMost) {
        if (closed || !seats.tryAcquire()) {
            return false;
        }
        try {
            long millis = Math.min(atMost.toMillis(), LONGEST_SLEEP.toMillis());
            boolean unused = bell.await(millis, TimeUnit.MILLISECONDS);
            return !closed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            seats.release();
        }
    }

    void close(@Observes ShutdownEvent stopping) {
        closed = true;
        ring(Set.copyOf(bells.keySet()));
    }
}
