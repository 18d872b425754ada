package no.brevdue.mailbox.feed;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Numbers what has been committed. Business transactions lock no counter; a position exists once its entry cannot be rolled
 * back any more, so whoever has read up to a position has missed nothing before it.
 */
@ApplicationScoped
class FeedNumberingJob implements Job {

    private static final int BATCH = 1_000;

    private final Database database;
    private final FeedRepository entries;
    private final FeedBell bell;
    private final Event<NewsNumbered> news;

    FeedNumberingJob(Database database, FeedRepository entries, FeedBell bell, Event<NewsNumbered> news) {
        this.database = database;
        this.entries = entries;
        this.bell = bell;
        this.news = news;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean run() {
        List<String> numbered = database.asWorker(tx -> entries.number(tx, BATCH));
        if (!numbered.isEmpty()) {
            Set<String> whose = new HashSet<>(numbered);
            whose.add(FeedService.ANYBODY);
            bell.ring(whose);
            news.fire(new NewsNumbered());
        }
        return numbered.size() == BATCH;
    }
}
