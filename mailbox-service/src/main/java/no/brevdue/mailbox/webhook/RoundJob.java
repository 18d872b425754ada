package no.brevdue.mailbox.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import no.brevdue.mailbox.feed.NewsNumbered;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.job.JobRunner;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Hands endpoints with news to threads of their own, so that a slow one holds up nobody else.
 * {@code brevdue.webhook.quarantined} counts those that are given up.
 */
@ApplicationScoped
class RoundJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(RoundJob.class);
    private static final int AT_ONCE = 64;

    private final RoundService rounds;
    private final JobRunner jobs;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean stopping;

    RoundJob(RoundService rounds, JobRunner jobs, MeterRegistry meters) {
        this.rounds = rounds;
        this.jobs = jobs;
        meters.gauge("brevdue.webhook.quarantined", rounds, RoundService::quarantined);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        int threads = free.drainPermits();
        List<Endpoint> claimed = List.of();
        try {
            claimed = stopping || threads == 0 ? claimed : rounds.claim(threads);
        } finally {
            free.release(threads - claimed.size());
        }
        claimed.forEach(endpoint -> Thread.ofVirtual().name("webhook").start(() -> tell(endpoint)));
        return false;
    }

    void onNews(@Observes NewsNumbered news) {
        jobs.wake(RoundJob.class);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void tell(Endpoint endpoint) {
        try {
            rounds.tell(endpoint);
        } catch (RuntimeException failure) {
            LOGGER.warnf(failure, "A webhook round failed and will be tried again: endpoint=%s", endpoint.id());
            return;
        } finally {
            free.release();
        }
        jobs.wake(RoundJob.class);
    }
}
