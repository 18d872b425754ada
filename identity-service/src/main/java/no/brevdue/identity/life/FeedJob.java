package no.brevdue.identity.life;

import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Follows the feed. */
@ApplicationScoped
class FeedJob implements Job {

    private final FeedService feed;
    private final FeedConfig config;

    FeedJob(FeedService feed, FeedConfig config) {
        this.feed = feed;
        this.config = config;
    }

    @Override
    public Duration pause() {
        return config.pause();
    }

    @Override
    public boolean run() {
        return feed.read();
    }
}
