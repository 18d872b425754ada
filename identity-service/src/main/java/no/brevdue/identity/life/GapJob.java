package no.brevdue.identity.life;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for what the feed has left out. */
@ApplicationScoped
class GapJob implements Job {

    private final FeedService feed;

    GapJob(FeedService feed) {
        this.feed = feed;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        feed.closeGaps();
        return false;
    }
}
