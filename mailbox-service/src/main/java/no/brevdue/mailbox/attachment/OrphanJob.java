package no.brevdue.mailbox.attachment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes what no letter has named a day after it was announced; {@code brevdue.attachment.orphans} counts them. */
@ApplicationScoped
class OrphanJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(OrphanJob.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final AttachmentRepository attachments;
    private final Clock clock;
    private final Counter orphans;

    OrphanJob(Database database, AttachmentRepository attachments, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
        this.orphans = meters.counter("brevdue.attachment.orphans");
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean run() {
        int deleted = database.asWorker(
                tx -> attachments.deleteUnsent(tx, clock.instant().minus(KEPT), AT_ONCE));
        if (deleted > 0) {
            orphans.increment(deleted);
            LOGGER.infof("Attachments that no letter named were deleted count=%d", deleted);
        }
        return deleted == AT_ONCE;
    }
}
