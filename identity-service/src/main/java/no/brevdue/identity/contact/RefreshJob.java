package no.brevdue.identity.contact;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps contact data from growing old while nobody uses them. */
@ApplicationScoped
class RefreshJob implements Job {

    private final RefreshService refreshes;

    RefreshJob(RefreshService refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        return refreshes.oldest();
    }
}
