package no.brevdue.mailbox.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code brevdue.delivery.overdue}: deliveries that should have been looked at five minutes ago and were not. It must be
 * zero; anything else means that the engine is not running or not keeping up, and is logged as an error.
 * {@code brevdue.fallback.failed}: people whom no way has reached so far; each stays until its sender resolves it.
 */
@ApplicationScoped
class OverdueMetrics implements Job {

    private static final Logger LOGGER = Logger.getLogger(OverdueMetrics.class);
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Database database;
    private final DeliveryRepository deliveries;
    private final Clock clock;
    private volatile long overdue;
    private volatile long failed;

    OverdueMetrics(Database database, DeliveryRepository deliveries, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.deliveries = deliveries;
        this.clock = clock;
        meters.gauge("brevdue.delivery.overdue", this, metrics -> metrics.overdue);
        meters.gauge("brevdue.fallback.failed", this, metrics -> metrics.failed);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        overdue = database.asWorker(tx -> deliveries.overdue(tx, clock.instant().minus(TOLERATED)));
        failed = database.asWorker(deliveries::failed);
        if (overdue > 0) {
            LOGGER.errorf("Deliveries are overdue: count=%d", overdue);
        }
        if (failed > 0) {
            LOGGER.warnf("People have not been reached in any way: count=%d", failed);
        }
        return false;
    }
}
