package no.brevdue.identity.representation;

import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/** Notices objections that a clinic has not decided about in time. They go on hiding, and are looked at again every day. */
@ApplicationScoped
class ObjectionJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(ObjectionJob.class);

    private final Database database;
    private final GroundRepository grounds;
    private final Clock clock;

    ObjectionJob(Database database, GroundRepository grounds, Clock clock) {
        this.database = database;
        this.grounds = grounds;
        this.clock = clock;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = clock.instant();
        int late = database.asWorker(tx -> grounds.postpone(tx, now, now.plus(Duration.ofDays(1))));
        if (late > 0) {
            LOGGER.errorf("Objections of children wait for a clinic longer than allowed: %d", late);
        }
        return false;
    }
}
