package no.brevdue.notification.canary;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code brevdue.canary.late}, for each route: 1 while no canary that is young enough has arrived by it, which is logged as an
 * error when it begins. Letters are then being lost or held up, whatever else looks well.
 */
@ApplicationScoped
class CanaryWatchJob implements Job {

    private static final Logger LOGGER = Logger.getLogger(CanaryWatchJob.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /** Of test jobs on paper so many may be missed, since each may take its time. */
    private static final int PAPER_TOLERATED = 3;

    private final CanaryConfig config;
    private final Database database;
    private final CanaryRepository canaries;
    private final Clock clock;
    private final Set<Route> late = ConcurrentHashMap.newKeySet();
    private volatile Map<Route, Instant> seen = Map.of();

    CanaryWatchJob(
            CanaryConfig config, Database database, CanaryRepository canaries, Clock clock, MeterRegistry meters) {
        this.config = config;
        this.database = database;
        this.canaries = canaries;
        this.clock = clock;
        for (Route route : Route.values()) {
            meters.gauge("brevdue.canary.late", Tags.of("route", route.name()), this, job -> job.isLate(route) ? 1 : 0);
        }
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        if (config.sender().isPresent()) {
            Instant now = clock.instant();
            seen = database.asWorker(tx -> {
                canaries.seeHandedOver(tx);
                canaries.forget(tx, now.minus(FORGOTTEN_AFTER));
                return canaries.seen(tx, watched(), now);
            });
            for (Route route : Route.values()) {
                if (isLate(route) && late.add(route)) {
                    LOGGER.errorf("No canary letter has arrived in time: route=%s", route);
                } else if (!isLate(route) && late.remove(route)) {
                    LOGGER.infof("Canary letters arrive again: route=%s", route);
                }
            }
        }
        return false;
    }

    boolean isLate(Route route) {
        Instant last = seen.get(route);
        return last != null && clock.instant().isAfter(last.plus(tolerated(route)));
    }

    private Set<Route> watched() {
        return config.paperEvery().isPresent() ? EnumSet.allOf(Route.class) : EnumSet.of(Route.PERSON, Route.COPY);
    }

    private Duration tolerated(Route route) {
        return switch (route) {
            case PERSON, COPY -> config.tolerated();
            case PAPER -> config.paperEvery().orElseThrow().multipliedBy(PAPER_TOLERATED);
        };
    }
}
