package no.brevdue.mailbox.silence;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.mailbox.silence.SilenceRepository.Silence;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks at each hour once it is over, also at those that ended while nobody was there. Each silence is logged as an error, and
 * {@code brevdue.sending.silent} is the number of organisations that fell silent within a day and are so still. If the process
 * dies between noticing and telling, the next one tells; if it dies after telling, it is told twice.
 */
@ApplicationScoped
class SilenceJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(SilenceJob.class);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Whoever was away for longer has other things to look at first. */
    private static final Duration LOOKS_BACK = Duration.ofDays(1);

    /** Fewer letters than this in an hour come and go by chance. */
    private static final int USUAL = 5;

    private final Database database;
    private final SilenceRepository silences;
    private final Clock clock;
    private volatile long silent;

    SilenceJob(Database database, SilenceRepository silences, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.silences = silences;
        this.clock = clock;
        meters.gauge("brevdue.sending.silent", this, job -> job.silent);
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = clock.instant();
        lookAtHoursThatAreOver(now);
        tell(now);
        silent = database.asWorker(tx -> silences.lasting(tx, now.minus(LOOKS_BACK)));
        return false;
    }

    private void lookAtHoursThatAreOver(Instant now) {
        Instant over = now.truncatedTo(ChronoUnit.HOURS);
        database.asWorkerDo(tx -> {
            Instant from = silences.lookedUntil(tx, over.minus(HOUR));
            Instant earliest = over.minus(LOOKS_BACK);
            for (Instant hour = from.isBefore(earliest) ? earliest : from;
                    hour.isBefore(over);
                    hour = hour.plus(HOUR)) {
                List<String> unused = silences.notice(tx, hour, UsualHours.before(hour), USUAL, now);
            }
            // Also where a clock was set back: the watch goes on from there.
            silences.look(tx, over);
        });
    }

    /** Whoever is noticed for the first time for this hour. */
    List<String> notice(Instant hour, Instant now) {
        return database.asWorker(tx -> silences.notice(tx, hour, UsualHours.before(hour), USUAL, now));
    }

    private void tell(Instant now) {
        database.asWorkerDo(tx -> {
            for (Silence silence : silences.tell(tx, now)) {
                LOGGER.errorf(
                        "A clinic that usually sends has sent nothing: organization=%s hour=%s",
                        silence.organization(), silence.hour());
            }
        });
    }
}
