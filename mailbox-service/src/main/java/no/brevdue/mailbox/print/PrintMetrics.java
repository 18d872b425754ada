package no.brevdue.mailbox.print;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code brevdue.print.overdue}: letters that should be on their way to paper and are not, since nobody has looked at them for
 * five minutes, or because identity-service or the printing house has not answered the last eight times: twenty minutes of
 * trying to hand one over, or eight hours of asking after it. It must be zero, and is logged as an error otherwise.
 */
@ApplicationScoped
class PrintMetrics implements Job {

    static final int SETBACKS = 8;

    private static final Logger LOGGER = Logger.getLogger(PrintMetrics.class);
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Database database;
    private final PrintRepository orders;
    private final Clock clock;
    private volatile long overdue;

    PrintMetrics(Database database, PrintRepository orders, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.orders = orders;
        this.clock = clock;
        meters.gauge("brevdue.print.overdue", this, metrics -> metrics.overdue);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        overdue = database.asWorker(tx -> orders.stuck(tx, clock.instant().minus(TOLERATED), SETBACKS));
        if (overdue > 0) {
            LOGGER.errorf("Letters do not get on to paper: count=%d", overdue);
        }
        return false;
    }
}
