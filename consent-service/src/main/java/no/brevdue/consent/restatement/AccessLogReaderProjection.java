package no.brevdue.consent.restatement;

import no.brevdue.consent.decision.Effects;
import no.brevdue.consent.decision.Readers;
import no.brevdue.contracts.accesslog.v1.AccessLogEvent;
import no.brevdue.contracts.accesslog.v1.DecisionsApplied;
import no.brevdue.contracts.accesslog.v1.DriftFound;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.job.JobRunner;

import jakarta.enterprise.context.ApplicationScoped;

/** What audit-service says about its copy: up to where the access log shows it, and where it counts otherwise. */
@ApplicationScoped
class AccessLogReaderProjection implements Projection<AccessLogEvent> {

    private final Effects effects;
    private final DriftRepository drifts;
    private final JobRunner jobs;

    AccessLogReaderProjection(Effects effects, DriftRepository drifts, JobRunner jobs) {
        this.effects = effects;
        this.drifts = drifts;
        this.jobs = jobs;
    }

    @Override
    public Class<AccessLogEvent> family() {
        return AccessLogEvent.class;
    }

    /** Each word stands for itself. */
    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public void apply(Transaction tx, Received<AccessLogEvent> received) {
        switch (received.event()) {
            case DecisionsApplied applied ->
                effects.applied(tx, applied.alias(), Readers.AUDIT, applied.version(), received.at());
            case DriftFound drift -> {
                drifts.found(tx, drift.partition(), Readers.AUDIT, received.at());
                tx.afterCommit(() -> jobs.wake(DriftJob.class));
            }
        }
    }
}
