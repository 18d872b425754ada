package no.brevdue.mailbox.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets events after 13 months: a sender that was away for a year can still catch up; {@code brevdue.feed.forgotten} counts them. */
@ApplicationScoped
class FeedRetentionJob implements Job {

    private static final int MONTHS_KEPT = 13;
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final FeedRepository entries;
    private final Clock clock;
    private final Counter forgotten;

    FeedRetentionJob(Database database, FeedRepository entries, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.entries = entries;
        this.clock = clock;
        this.forgotten = meters.counter("brevdue.feed.forgotten");
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        var before =
                clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS_KEPT).toInstant();
        int gone = database.asWorker(tx -> entries.forget(tx, before, AT_ONCE));
        forgotten.increment(gone);
        return gone == AT_ONCE;
    }
}
