package no.brevdue.consent.restatement;

import no.brevdue.consent.decision.Effects;
import no.brevdue.consent.decision.Readers;
import no.brevdue.consent.ledger.Questions;
import no.brevdue.contracts.mailbox.v1.CanaryPrinted;
import no.brevdue.contracts.mailbox.v1.DecisionsApplied;
import no.brevdue.contracts.mailbox.v1.DeliveryAccepted;
import no.brevdue.contracts.mailbox.v1.DeliveryConfirmed;
import no.brevdue.contracts.mailbox.v1.DeliveryDeletedUnread;
import no.brevdue.contracts.mailbox.v1.DeliveryDisowned;
import no.brevdue.contracts.mailbox.v1.DeliveryFallbackOrdered;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.DeliveryLeftUnread;
import no.brevdue.contracts.mailbox.v1.DeliveryOpened;
import no.brevdue.contracts.mailbox.v1.DeliveryPaused;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.DeliveryRecalled;
import no.brevdue.contracts.mailbox.v1.DeliveryResumed;
import no.brevdue.contracts.mailbox.v1.DeliveryReturned;
import no.brevdue.contracts.mailbox.v1.DriftFound;
import no.brevdue.contracts.mailbox.v1.FallbackCompleted;
import no.brevdue.contracts.mailbox.v1.FallbackHandedOver;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.MessageCompleted;
import no.brevdue.contracts.mailbox.v1.ReplyMoved;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.job.JobRunner;

import jakarta.enterprise.context.ApplicationScoped;

/** What mailbox-service says about its copy: up to where it acts on it, where it counts otherwise, and which letters wait. */
@ApplicationScoped
class MailboxReaderProjection implements Projection<MailboxEvent> {

    private final Effects effects;
    private final DriftRepository drifts;
    private final Questions questions;
    private final JobRunner jobs;

    MailboxReaderProjection(Effects effects, DriftRepository drifts, Questions questions, JobRunner jobs) {
        this.effects = effects;
        this.drifts = drifts;
        this.questions = questions;
        this.jobs = jobs;
    }

    @Override
    public Class<MailboxEvent> family() {
        return MailboxEvent.class;
    }

    /** Each word stands for itself. */
    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public void apply(Transaction tx, Received<MailboxEvent> received) {
        switch (received.event()) {
            case DecisionsApplied applied ->
                effects.applied(tx, applied.alias(), Readers.MAILBOX, applied.version(), received.at());
            case DriftFound drift -> {
                drifts.found(tx, drift.partition(), Readers.MAILBOX, received.at());
                tx.afterCommit(() -> jobs.wake(DriftJob.class));
            }
            case DeliveryHeld held -> questions.letterHeld(tx, held);
            case DeliveryPublished fact -> questions.waitsNoLonger(tx, fact.deliveryId());
            case DeliveryFallbackOrdered fact -> questions.waitsNoLonger(tx, fact.deliveryId());
            case DeliveryReturned fact -> questions.waitsNoLonger(tx, fact.deliveryId());
            case DeliveryRecalled fact -> questions.waitsNoLonger(tx, fact.deliveryId());
            case DeliveryAccepted unrelated -> {}
            case DeliveryLeftUnread unrelated -> {}
            case DeliveryOpened unrelated -> {}
            case DeliveryConfirmed unrelated -> {}
            case DeliveryDisowned unrelated -> {}
            case DeliveryDeletedUnread unrelated -> {}
            case FallbackHandedOver unrelated -> {}
            case FallbackCompleted unrelated -> {}
            case DeliveryPaused unrelated -> {}
            case DeliveryResumed unrelated -> {}
            case MessageCompleted unrelated -> {}
            case ReplyMoved unrelated -> {}
            case CanaryPrinted unrelated -> {}
        }
    }
}
