package no.brevdue.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;
import no.brevdue.platform.outbox.OutboxRepository.Backlog;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code brevdue.outbox.depth} (rows) and {@code brevdue.outbox.oldest.age} (seconds), measured every five seconds. */
@ApplicationScoped
class OutboxMetrics implements Job {

    private final Database database;
    private final OutboxRepository rows;
    private volatile Backlog backlog = new Backlog(0, 0);

    OutboxMetrics(Database database, OutboxRepository rows, MeterRegistry meters) {
        this.database = database;
        this.rows = rows;
        meters.gauge("brevdue.outbox.depth", this, metrics -> metrics.backlog.depth());
        meters.gauge("brevdue.outbox.oldest.age", this, metrics -> metrics.backlog.ageSeconds());
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        backlog = database.asWorker(rows::backlog);
        return false;
    }
}
