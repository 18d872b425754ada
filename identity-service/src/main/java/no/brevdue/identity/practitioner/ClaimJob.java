package no.brevdue.identity.practitioner;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets claims that nobody decided about in time: whoever claimed stays a visitor and may claim again. */
@ApplicationScoped
class ClaimJob implements Job {

    private final PractitionerService practitioners;

    ClaimJob(PractitionerService practitioners) {
        this.practitioners = practitioners;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        practitioners.forgetUndecided();
        return false;
    }
}
