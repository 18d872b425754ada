package no.brevdue.mailbox.canary;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CanaryJob implements Job {

    private final CanaryService canaries;

    CanaryJob(CanaryService canaries) {
        this.canaries = canaries;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public boolean run() {
        canaries.fly();
        return false;
    }
}
