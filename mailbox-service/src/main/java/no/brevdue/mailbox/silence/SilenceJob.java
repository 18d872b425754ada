package no.brevdue.mailbox.silence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at each hour once it is over; {@code brevdue.sending.silent} counts silences, and each is logged as an error. */
@ApplicationScoped
class SilenceJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(SilenceJob.class);

    /** Fewer letters than this in an hour come and go by chance. */
    private static final int USUAL = 5;

    private final Database database;
    private final SilenceRepository silences;
    private final Clock clock;
    private final Counter noticed;
    private Instant looked = Instant.MIN;

    SilenceJob(Database database, SilenceRepository silences, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.silences = silences;
        this.clock = clock;
        this.noticed = meters.counter("brevdue.sending.silent");
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
        if (!hour.equals(looked)) {
            List<String> silent = notice(hour, now);
            looked = hour;
            noticed.increment(silent.size());
            silent.forEach(organization -> LOGGER.errorf(
                    "A clinic that usually sends has sent nothing: organization=%s hour=%s", organization, hour));
        }
        return false;
    }

    /** Whoever is noticed for the first time for this hour. */
    List<String> notice(Instant hour, Instant now) {
        return database.asWorker(tx -> silences.notice(tx, hour, USUAL, now));
    }
}
