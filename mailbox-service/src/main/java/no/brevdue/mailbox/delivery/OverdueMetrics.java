package no.brevdue.mailbox.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.mailbox.receiver.CopyNews;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code brevdue.delivery.overdue}: deliveries that should have been looked at five minutes ago and were not. It must be
 * zero; anything else means that the engine is not running or not keeping up, and is logged as an error.
 * {@code brevdue.copy.news.overdue}: the same of what receivers of copies are to be told.
 * {@code brevdue.fallback.failed}: people whom no way has reached so far; each stays until its sender resolves it.
 */
@ApplicationScoped
class OverdueMetrics implements Job {

    private static final Logger LOGGER = Logger.getLogger(OverdueMetrics.class);
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Database database;
    private final DeliveryRepository deliveries;
    private final CopyNews copies;
    private final Clock clock;
    private volatile long overdue;
    private volatile long untold;
    private volatile long failed;

    OverdueMetrics(
            Database database, DeliveryRepository deliveries, CopyNews copies, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.deliveries = deliveries;
        this.copies = copies;
        this.clock = clock;
        meters.gauge("brevdue.delivery.overdue", this, metrics -> metrics.overdue);
        meters.gauge("brevdue.copy.news.overdue", this, metrics -> metrics.untold);
        meters.gauge("brevdue.fallback.failed", this, metrics -> metrics.failed);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        Instant before = clock.instant().minus(TOLERATED);
        overdue = database.asWorker(tx -> deliveries.overdue(tx, before));
        untold = database.asWorker(tx -> copies.overdue(tx, before));
        failed = database.asWorker(deliveries::failed);
        if (overdue > 0) {
            LOGGER.errorf("Deliveries are overdue: count=%d", overdue);
        }
        if (untold > 0) {
            LOGGER.errorf("Receivers of copies are not told: count=%d", untold);
        }
        if (failed > 0) {
            LOGGER.warnf("People have not been reached in any way: count=%d", failed);
        }
        return false;
    }
}
