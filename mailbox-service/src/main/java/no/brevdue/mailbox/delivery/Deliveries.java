package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.contracts.mailbox.v1.RecallOutcome;
import no.brevdue.mailbox.attachment.ScanEnded;
import no.brevdue.mailbox.recipient.ConsentEnded;
import no.brevdue.mailbox.recipient.LegalBasisChanged;
import no.brevdue.mailbox.recipient.NameAnswered;
import no.brevdue.mailbox.recipient.RecipientChanged;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** The deliveries of this mailbox, for the features that start them, read them or move them on. */
@ApplicationScoped
public class Deliveries {

    private final DeliveryRepository deliveries;
    private final EvidenceRepository evidence;
    private final DeliveryLedger ledger;
    private final DeathService deaths;
    private final Event<PaperLeft> paper;
    private final JobRunner jobs;
    private final Clock clock;

    Deliveries(
            DeliveryRepository deliveries,
            EvidenceRepository evidence,
            DeliveryLedger ledger,
            DeathService deaths,
            Event<PaperLeft> paper,
            JobRunner jobs,
            Clock clock) {
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.ledger = ledger;
        this.deaths = deaths;
        this.paper = paper;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Stores new deliveries; each is due at once, since routing is the first thing that is due. */
    public List<Evidence> accept(Transaction tx, Collection<Delivery> accepted) {
        List<Evidence> evidence = ledger.accepted(tx, accepted);
        tx.afterCommit(() -> jobs.wake(DeadlineJob.class));
        return evidence;
    }

    /** Letters that were stored in this transaction wait to be committed; after {@code until} they come back. */
    public void holdUncommitted(Transaction tx, Collection<UUID> messageIds, Instant until) {
        deliveries.holdUncommitted(tx, messageIds, until);
    }

    /** What was held uncommitted goes its way. */
    public void release(Transaction tx, Collection<UUID> messageIds) {
        deliveries.release(tx, messageIds, clock.instant());
        tx.afterCommit(() -> jobs.wake(DeadlineJob.class));
    }

    public List<Delivery> ofMessage(Transaction tx, UUID messageId) {
        return deliveries.ofMessage(tx, messageId);
    }

    /** Locked until the transaction ends, so that nobody opens one meanwhile. */
    public List<Delivery> lockOfMessage(Transaction tx, UUID messageId) {
        return deliveries.lockOfMessage(tx, messageId);
    }

    public List<Evidence> evidenceOf(Transaction tx, UUID messageId) {
        return evidence.ofMessage(tx, messageId);
    }

    public Optional<Delivery> find(Transaction tx, UUID id) {
        return deliveries.lock(tx, id);
    }

    public List<Delivery> ofMessages(Transaction tx, Collection<UUID> messageIds) {
        return deliveries.ofMessages(tx, messageIds);
    }

    public List<Evidence> evidenceOf(Transaction tx, Collection<UUID> messageIds) {
        return evidence.ofMessages(tx, messageIds);
    }

    /** A delivery the caller may see, locked until the transaction ends. */
    public Delivery require(Transaction tx, UUID id) {
        return deliveries
                .lock(tx, id)
                .orElseThrow(() -> DeliveryProblem.NOT_FOUND.because("No letter " + id + " here."));
    }

    /**
     * Content is released in the same transaction, so there is no opening without content and no content without opening.
     * That the other of person and representative has read it too is a proof of its own.
     */
    public Delivery open(Transaction tx, Delivery delivery, ReaderRole reader) {
        Optional<Step> step = delivery.open(reader, clock.instant());
        if (step.isEmpty()) {
            ledger.prove(
                    tx,
                    delivery,
                    Rung.OPENED,
                    new DeliveryLedger.Proof(clock.instant(), "mailbox", reader.name(), reader.name()));
        }
        return advance(tx, delivery, step);
    }

    public Delivery confirm(Transaction tx, Delivery delivery, boolean accepted) {
        return advance(tx, delivery, delivery.confirm(accepted, clock.instant()));
    }

    public Delivery completeFallback(Transaction tx, Delivery delivery, boolean reached) {
        return advance(tx, List.of(delivery.completeFallback(reached, clock.instant())));
    }

    public Delivery handOver(Transaction tx, Delivery delivery) {
        Delivery handedOver = advance(tx, List.of(delivery.handOver(clock.instant())));
        paper.fire(new PaperLeft(tx, handedOver));
        return handedOver;
    }

    /** Somebody may have opened it or taken it back since it was let go; then both are shown. */
    public void printerAccepted(Transaction tx, Delivery delivery, UUID order) {
        if (delivery.fallback() == FallbackState.ORDERED) {
            Delivery unused = advance(tx, List.of(delivery.handedOver(clock.instant())));
        } else {
            prove(tx, delivery, Rung.FALLBACK_HANDED_OVER, "printer", order);
        }
        paper.fire(new PaperLeft(tx, delivery));
    }

    public void paperFailed(Transaction tx, Delivery delivery, String why) {
        if (delivery.fallback().canBecome(FallbackState.FAILED)) {
            Delivery unused = advance(tx, List.of(delivery.paperFails(why, clock.instant())));
        }
    }

    /** Posted, and not come back. */
    public void paperArrived(Transaction tx, Delivery delivery) {
        if (delivery.fallback().canBecome(FallbackState.DONE)) {
            Delivery unused = advance(tx, List.of(delivery.completeFallback(true, clock.instant())));
        }
    }

    /** Keeps what somebody else has proved, once. */
    public void prove(Transaction tx, Delivery delivery, Rung rung, String source, UUID key) {
        ledger.prove(tx, delivery, rung, DeliveryLedger.Proof.of(clock.instant(), source, null, key));
    }

    public Delivery recall(Transaction tx, Delivery delivery, RecallOutcome outcome, String reason) {
        return advance(tx, delivery, Optional.of(delivery.recall(outcome, reason, clock.instant())));
    }

    /** Its message is complete no more. */
    public Delivery disown(Transaction tx, Delivery delivery, ReaderRole reader) {
        deliveries.reopenMessage(tx, delivery.messageId());
        return advance(tx, delivery.disown(reader, clock.instant()));
    }

    public Delivery deleteUnread(Transaction tx, Delivery delivery) {
        return advance(tx, delivery.deleteUnread(clock.instant()));
    }

    /** A system of the recipient has taken the content; that is not an opening. */
    public void fetched(Transaction tx, Delivery delivery) {
        ledger.prove(tx, delivery, Rung.FETCHED, new DeliveryLedger.Proof(clock.instant(), "mailbox", null, ""));
    }

    /** Death first: what it pauses keeps the time it had left, and is not looked at again. */
    void onRecipientChanged(@Observes RecipientChanged changed) {
        deaths.lookAt(changed);
        Instant now = clock.instant();
        if (deliveries.makeDue(changed.tx(), changed.aliases(), now)
                        + deliveries.lookAgain(changed.tx(), changed.aliases(), now)
                > 0) {
            changed.tx().afterCommit(() -> jobs.wake(DeadlineJob.class));
        }
    }

    /** What nobody has opened yet falls back; what waits is decided anew. */
    void onConsentEnded(@Observes ConsentEnded ended) {
        if (deliveries.makeUnreadDue(ended.tx(), ended.aliases(), ended.controller(), clock.instant()) > 0) {
            ended.tx().afterCommit(() -> jobs.wake(DeadlineJob.class));
        }
    }

    void onLegalBasisChanged(@Observes LegalBasisChanged changed) {
        if (deliveries.makeDue(changed.tx(), changed.controller(), clock.instant()) > 0) {
            changed.tx().afterCommit(() -> jobs.wake(DeadlineJob.class));
        }
    }

    void onScanEnded(@Observes ScanEnded scanned) {
        decideAnew(scanned.tx(), scanned.messageId());
    }

    void onNameAnswered(@Observes NameAnswered answered) {
        decideAnew(answered.tx(), answered.messageId());
    }

    private void decideAnew(Transaction tx, UUID messageId) {
        if (deliveries.makeDue(tx, messageId, clock.instant()) > 0) {
            tx.afterCommit(() -> jobs.wake(DeadlineJob.class));
        }
    }

    private Delivery advance(Transaction tx, List<Step> steps) {
        ledger.write(tx, steps, clock.instant());
        return steps.getLast().after();
    }

    private Delivery advance(Transaction tx, Delivery delivery, Optional<Step> step) {
        if (step.isEmpty()) {
            return delivery;
        }
        Instant now = clock.instant();
        ledger.write(tx, List.of(step.get()), now);
        return step.get().after();
    }
}
