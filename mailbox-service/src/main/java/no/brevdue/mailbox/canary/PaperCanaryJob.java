package no.brevdue.mailbox.canary;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PaperCanaryJob implements Job {

    private final PaperCanaryService canaries;

    PaperCanaryJob(PaperCanaryService canaries) {
        this.canaries = canaries;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        canaries.fly();
        return false;
    }
}
