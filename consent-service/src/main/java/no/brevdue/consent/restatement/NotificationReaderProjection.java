package no.brevdue.consent.restatement;

import no.brevdue.consent.decision.Effects;
import no.brevdue.consent.decision.Readers;
import no.brevdue.contracts.notification.v1.DecisionsApplied;
import no.brevdue.contracts.notification.v1.DriftFound;
import no.brevdue.contracts.notification.v1.NotificationEvent;
import no.brevdue.contracts.notification.v1.NotificationFailed;
import no.brevdue.contracts.notification.v1.NotificationHandedOver;
import no.brevdue.contracts.notification.v1.NotificationOrdered;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.job.JobRunner;

import jakarta.enterprise.context.ApplicationScoped;

/** What notification-service says about its copy: up to where it acts on it, and where it counts otherwise. */
@ApplicationScoped
class NotificationReaderProjection implements Projection<NotificationEvent> {

    private final Effects effects;
    private final DriftRepository drifts;
    private final JobRunner jobs;

    NotificationReaderProjection(Effects effects, DriftRepository drifts, JobRunner jobs) {
        this.effects = effects;
        this.drifts = drifts;
        this.jobs = jobs;
    }

    @Override
    public Class<NotificationEvent> family() {
        return NotificationEvent.class;
    }

    /** Each word stands for itself. */
    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public void apply(Transaction tx, Received<NotificationEvent> received) {
        switch (received.event()) {
            case DecisionsApplied applied ->
                effects.applied(tx, applied.alias(), Readers.NOTIFICATION, applied.version(), received.at());
            case DriftFound drift -> {
                drifts.found(tx, drift.partition(), Readers.NOTIFICATION, received.at());
                tx.afterCommit(() -> jobs.wake(DriftJob.class));
            }
            case NotificationOrdered unrelated -> {}
            case NotificationHandedOver unrelated -> {}
            case NotificationFailed unrelated -> {}
        }
    }
}
