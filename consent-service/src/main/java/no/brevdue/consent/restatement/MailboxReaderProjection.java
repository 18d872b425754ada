package no.brevdue.consent.restatement;

import no.brevdue.consent.decision.Effects;
import no.brevdue.consent.decision.Readers;
import no.brevdue.consent.ledger.Questions;
import no.brevdue.contracts.mailbox.v1.DecisionsApplied;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.DriftFound;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
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
        if (received.event() instanceof DecisionsApplied applied) {
            effects.applied(tx, applied.alias(), Readers.MAILBOX, applied.version(), received.at());
        } else if (received.event() instanceof DriftFound drift) {
            drifts.found(tx, drift.partition(), Readers.MAILBOX, received.at());
            tx.afterCommit(() -> jobs.wake(DriftJob.class));
        } else if (received.event() instanceof DeliveryHeld held) {
            questions.letterHeld(tx, held);
        }
    }
}
