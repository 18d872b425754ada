package no.brevdue.mailbox.reply;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks for replies that nobody has acknowledged in time. {@code brevdue.reply.overdue} counts those whose clinic has been told
 * so and has not acknowledged yet.
 */
@ApplicationScoped
class ReplyDeadlineJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(ReplyDeadlineJob.class);
    private static final int BATCH = 100;

    private final ReplyDeadlineService deadlines;
    private volatile long overdue;

    ReplyDeadlineJob(ReplyDeadlineService deadlines, MeterRegistry meters) {
        this.deadlines = deadlines;
        meters.gauge("brevdue.reply.overdue", this, job -> job.overdue);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        int told = deadlines.tell(BATCH);
        overdue = deadlines.overdue();
        if (told > 0) {
            LOGGER.warnf("Clinics have left replies lying: told=%d overdue=%d", told, overdue);
        }
        return told == BATCH;
    }
}
