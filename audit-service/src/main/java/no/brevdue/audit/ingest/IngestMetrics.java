package no.brevdue.audit.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import no.brevdue.audit.log.AuditLogService;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code brevdue.log.size} (entries) and {@code brevdue.stream.gaps} (open holes; anything but zero is an alarm). */
@ApplicationScoped
class IngestMetrics implements Job {

    private final StreamService streams;
    private final AuditLogService log;
    private volatile long size;
    private volatile long gaps;

    IngestMetrics(StreamService streams, AuditLogService log, MeterRegistry meters) {
        this.streams = streams;
        this.log = log;
        meters.gauge("brevdue.log.size", this, metrics -> metrics.size);
        meters.gauge("brevdue.stream.gaps", this, metrics -> metrics.gaps);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        size = log.size();
        gaps = streams.openGaps();
        return false;
    }
}
