package no.brevdue.consent.ledger;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends consents whose time is over. Readers know the time, too: nothing holds longer because this job is late. */
@ApplicationScoped
class ConsentExpiryJob implements Job {

    private static final int BATCH = 100;

    private final ExpiryService expiries;

    ConsentExpiryJob(ExpiryService expiries) {
        this.expiries = expiries;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        return expiries.expire(BATCH) == BATCH;
    }
}
