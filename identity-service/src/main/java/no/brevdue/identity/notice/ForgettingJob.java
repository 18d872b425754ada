package no.brevdue.identity.notice;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases addresses and codes that nobody came back for. */
@ApplicationScoped
class ForgettingJob implements Job {

    private final NoticeLookupService notices;

    ForgettingJob(NoticeLookupService notices) {
        this.notices = notices;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        notices.forget();
        return false;
    }
}
