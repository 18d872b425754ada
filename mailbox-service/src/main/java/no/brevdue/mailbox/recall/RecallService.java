package no.brevdue.mailbox.recall;

import no.brevdue.contracts.mailbox.v1.RecallOutcome;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.Evidence;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.mailbox.delivery.Rung;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.MessageProblem;
import no.brevdue.mailbox.message.MessageStatus;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes back every delivery of a letter in one transaction. The rows are locked before it is asked whether anybody has opened
 * them, so an opening is either before the recall and in its evidence, or refused.
 */
@ApplicationScoped
public class RecallService {

    private final Database database;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Copies copies;
    private final BreachService breaches;
    private final AuditTrail audit;
    private final Clock clock;

    RecallService(
            Database database,
            Messages messages,
            Deliveries deliveries,
            Copies copies,
            BreachService breaches,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.deliveries = deliveries;
        this.copies = copies;
        this.breaches = breaches;
        this.audit = audit;
        this.clock = clock;
    }

    MessageStatus recall(ClientSystem sender, UUID messageId, RecallResource.Recall recall) {
        Instant awareAt = recall.awareAt() == null ? clock.instant() : recall.awareAt();
        return database.asCaller(tx -> recall(tx, sender, messageId, recall.reason(), awareAt));
    }

    /**
     * Takes a letter back together with what else the transaction does.
     *
     * @param awareAt when the sender became aware of the reason, which is when a breach begins to be one
     */
    public MessageStatus recall(
            Transaction tx, ClientSystem sender, UUID messageId, RecallReason reason, Instant awareAt) {
        Message message = messages.require(tx, messageId);
        if (!message.sender().equals(sender.consumer().value())) {
            throw MessageProblem.NOT_FOUND.because("No message " + messageId + " of yours.");
        }
        List<Delivery> locked = deliveries.lockOfMessage(tx, messageId);
        List<Evidence> evidence = deliveries.evidenceOf(tx, messageId);
        boolean disclosed = false;
        for (Delivery delivery : locked) {
            disclosed |= recall(tx, delivery, evidence, reason);
        }
        if (disclosed) {
            breaches.start(tx, message, Breach.Cause.RECALLED, reason.name(), awareAt);
        }
        audit.record(
                tx,
                AuditEntry.by(sender)
                        .did("letter-recalled")
                        .to("message", messageId)
                        .of(message.subject())
                        .because(message.purpose().code())
                        .forController(message.sender()));
        return MessageStatus.of(
                messages.require(tx, messageId),
                deliveries.ofMessage(tx, messageId),
                deliveries.evidenceOf(tx, messageId));
    }

    /** Returns whether somebody has the content who should not. */
    private boolean recall(Transaction tx, Delivery delivery, List<Evidence> evidence, RecallReason reason) {
        if (!delivery.canBeRecalled()) {
            return false;
        }
        boolean seen = delivery.openedAt() != null
                || delivery.state() == LetterState.CONFIRMED
                || has(evidence, delivery, Rung.FETCHED);
        RecallOutcome outcome = outcome(seen, copies.isSealed(tx, delivery.id()), reason);
        if (outcome == RecallOutcome.MARKED && has(evidence, delivery, Rung.RECALLED)) {
            return false;
        }
        Delivery recalled = deliveries.recall(tx, delivery, outcome, reason.name());
        switch (outcome) {
            case UNOPENED -> copies.destroy(tx, recalled);
            case SEALED -> copies.seal(tx, recalled);
            case MARKED -> copies.withdraw(tx, recalled, reason.mark());
        }
        return reason.isWrongReader() && (seen || has(evidence, delivery, Rung.FALLBACK_HANDED_OVER));
    }

    /** What its reader has disowned is evidence already, opened or not, and stays sealed whatever its sender's reason. */
    private static RecallOutcome outcome(boolean seen, boolean sealed, RecallReason reason) {
        if (sealed || (seen && reason.isWrongReader())) {
            return RecallOutcome.SEALED;
        }
        return seen ? RecallOutcome.MARKED : RecallOutcome.UNOPENED;
    }

    private static boolean has(List<Evidence> evidence, Delivery delivery, Rung rung) {
        return evidence.stream()
                .anyMatch(proof -> proof.rung() == rung && proof.deliveryId().equals(delivery.id()));
    }
}
