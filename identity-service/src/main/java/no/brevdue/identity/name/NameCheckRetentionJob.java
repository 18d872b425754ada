package no.brevdue.identity.name;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes answers that have been kept for long enough. */
@ApplicationScoped
class NameCheckRetentionJob implements Job {

    private static final int AT_ONCE = 500;

    private final NameCheckService names;

    NameCheckRetentionJob(NameCheckService names) {
        this.names = names;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        return names.forgetOld(AT_ONCE) == AT_ONCE;
    }
}
