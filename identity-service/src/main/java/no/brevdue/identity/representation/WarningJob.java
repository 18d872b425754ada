package no.brevdue.identity.representation;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for changes that have come near. */
@ApplicationScoped
class WarningJob implements Job {

    private final WarningService warnings;

    WarningJob(WarningService warnings) {
        this.warnings = warnings;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        return warnings.warn();
    }
}
