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

    /** So that nobody takes the seats of others. Whoever follows needs one. */
    private static final int MOST_OF_ONE = 20;

    private final Map<String, CountDownLatch> bells = new ConcurrentHashMap<>();
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
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

    /**
     * Returns false when waiting has no point: no seat is free, or the service is stopping.
     *
     * @param who the organisation that waits, whosever news it waits for
     */
    boolean await(CountDownLatch bell, String who, Duration atMost) {
        if (closed || !takeSeat(who)) {
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
            leaveSeat(who);
        }
    }

    private boolean takeSeat(String who) {
        if (!seats.tryAcquire()) {
            return false;
        }
        if (waiting.merge(who, 1, Integer::sum) > MOST_OF_ONE) {
            leaveSeat(who);
            return false;
        }
        return true;
    }

    private void leaveSeat(String who) {
        Integer unused = waiting.computeIfPresent(who, (organization, taken) -> taken == 1 ? null : taken - 1);
        seats.release();
    }

    void close(@Observes ShutdownEvent stopping) {
        closed = true;
        ring(Set.copyOf(bells.keySet()));
    }
}
