package no.brevdue.identity.life;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code brevdue.population.feed.gaps} (open ones), {@code brevdue.population.feed.silence} (seconds since it last answered)
 * and {@code brevdue.population.unsettled} (people to whom something happened, and of whom we do not know what), measured
 * every five seconds.
 */
@ApplicationScoped
class FeedMetrics implements Job {

    private final Database database;
    private final FeedService feed;
    private final QuestionRepository questions;
    private volatile int gaps;
    private volatile long silence;
    private volatile int unsettled;

    FeedMetrics(Database database, FeedService feed, QuestionRepository questions, MeterRegistry meters) {
        this.database = database;
        this.feed = feed;
        this.questions = questions;
        meters.gauge("brevdue.population.feed.gaps", this, metrics -> metrics.gaps);
        meters.gauge("brevdue.population.feed.silence", this, metrics -> metrics.silence);
        meters.gauge("brevdue.population.unsettled", this, metrics -> metrics.unsettled);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        FeedService.Condition condition = feed.condition();
        gaps = condition.gaps();
        silence = condition.silence().toSeconds();
        unsettled = database.asWorker(questions::unsettled);
        return false;
    }
}
