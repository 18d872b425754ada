package no.brevdue.mailbox.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.mailbox.attachment.ScanRepository.Backlog;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.job.Job;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * {@code brevdue.attachment.scan.waiting} (attachments) and {@code brevdue.attachment.scan.oldest.age} (seconds), measured
 * every five seconds. A silent scanner shows here and not in the readiness: letters without attachments go on.
 */
@ApplicationScoped
class ScanMetrics implements Job {

    private final Database database;
    private final ScanRepository scans;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, null);

    ScanMetrics(Database database, ScanRepository scans, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.scans = scans;
        this.clock = clock;
        meters.gauge("brevdue.attachment.scan.waiting", this, metrics -> metrics.backlog.waiting());
        meters.gauge("brevdue.attachment.scan.oldest.age", this, ScanMetrics::ageSeconds);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        backlog = database.asWorker(scans::backlog);
        return false;
    }

    private double ageSeconds() {
        Backlog measured = backlog;
        return measured.oldest() == null
                ? 0
                : Duration.between(measured.oldest(), clock.instant()).toMillis() / 1000.0;
    }
}
