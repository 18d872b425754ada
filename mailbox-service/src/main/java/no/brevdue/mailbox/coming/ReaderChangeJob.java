package no.brevdue.mailbox.coming;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for days that have come near. */
@ApplicationScoped
class ReaderChangeJob implements Job {

    private final ReaderChangeService changes;

    ReaderChangeJob(ReaderChangeService changes) {
        this.changes = changes;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        return changes.tell();
    }
}
