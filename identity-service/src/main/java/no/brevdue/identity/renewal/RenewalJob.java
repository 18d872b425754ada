package no.brevdue.identity.renewal;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on with a renewal. Woken when one is started. */
@ApplicationScoped
class RenewalJob implements Job {

    private final RenewalService renewals;

    RenewalJob(RenewalService renewals) {
        this.renewals = renewals;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        return renewals.next();
    }
}
