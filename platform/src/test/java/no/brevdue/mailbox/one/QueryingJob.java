package no.brevdue.mailbox.one;

import no.brevdue.platform.job.Job;
import org.jdbi.v3.core.Handle;

import java.time.Duration;

/** A job with SQL of its own. */
public record QueryingJob(Handle handle) implements Job {

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        return handle.isClosed();
    }
}
