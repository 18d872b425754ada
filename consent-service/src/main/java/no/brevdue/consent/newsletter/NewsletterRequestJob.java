package no.brevdue.consent.newsletter;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes requests a day after they were made: whoever confirmed stands in the ledger, and nobody else is kept. */
@ApplicationScoped
class NewsletterRequestJob implements Job {

    private final NewsletterService newsletters;

    NewsletterRequestJob(NewsletterService newsletters) {
        this.newsletters = newsletters;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        newsletters.forget();
        return false;
    }
}
