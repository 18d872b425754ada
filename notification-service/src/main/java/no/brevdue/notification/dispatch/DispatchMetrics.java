package no.brevdue.notification.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.notification.dispatch.NotificationRepository.Waiting;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code brevdue.notification.waiting} (rows) and {@code brevdue.notification.oldest.age} (seconds), measured every five seconds. */
@ApplicationScoped
class DispatchMetrics implements Job {

    private final Database database;
    private final NotificationRepository notifications;
    private final Clock clock;
    private volatile Waiting waiting = new Waiting(0, 0);

    DispatchMetrics(Database database, NotificationRepository notifications, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.notifications = notifications;
        this.clock = clock;
        meters.gauge("brevdue.notification.waiting", this, metrics -> metrics.waiting.count());
        meters.gauge("brevdue.notification.oldest.age", this, metrics -> metrics.waiting.oldestSeconds());
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        waiting = database.asWorker(tx -> notifications.waiting(tx, clock.instant()));
        return false;
    }
}
