package no.brevdue.mailbox.delivery;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Drives everything that is due; woken when something becomes due, and looking by itself four times a second. */
@ApplicationScoped
class DeadlineJob implements Job {

    private static final int BATCH = 200;

    private final DeadlineService deadlines;

    DeadlineJob(DeadlineService deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean run() {
        return deadlines.actOnDue(BATCH) == BATCH;
    }
}
