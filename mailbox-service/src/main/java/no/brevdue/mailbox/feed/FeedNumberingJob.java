package no.brevdue.mailbox.feed;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Numbers what has been committed. Business transactions lock no counter; a position exists once its entry cannot be rolled
 * back any more, so whoever has read up to a position has missed nothing before it.
 */
@ApplicationScoped
class FeedNumberingJob implements Job {

    private static final int BATCH = 1_000;

    private final Database database;
    private final FeedRepository entries;

    FeedNumberingJob(Database database, FeedRepository entries) {
        this.database = database;
        this.entries = entries;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean run() {
        return database.asWorker(tx -> entries.number(tx, BATCH)) == BATCH;
    }
}
