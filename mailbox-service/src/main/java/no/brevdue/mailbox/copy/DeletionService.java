package no.brevdue.mailbox.copy;

import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Transaction;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A person deletes a letter, or thinks better of it. What nobody has opened does not vanish in silence: its sender is told
 * and must reach the person another way, whether or not the deletion is undone. What is sealed is evidence that somebody else's
 * letter was here; it goes out of sight and stays.
 */
@ApplicationScoped
class DeletionService {

    private final Deliveries deliveries;
    private final Copies copies;
    private final AccessService access;
    private final AuditTrail audit;

    DeletionService(Deliveries deliveries, Copies copies, AccessService access, AuditTrail audit) {
        this.deliveries = deliveries;
        this.copies = copies;
        this.access = access;
        this.audit = audit;
    }

    void delete(Citizen citizen, UUID id, boolean forGood) {
        access.inOwnDo(citizen, (tx, mailbox) -> {
            Delivery delivery = require(tx, mailbox, id);
            if (copies.isSealed(tx, id)) {
                copies.remove(tx, delivery);
                record(tx, citizen, "sealed-letter-removed", delivery);
                return;
            }
            if (!copies.isDeleted(tx, id)) {
                copies.requireReadable(tx, delivery);
            }
            boolean unread = delivery.state() == LetterState.PUBLISHED && !copies.isDeleted(tx, id);
            Delivery kept = unread ? deliveries.deleteUnread(tx, delivery) : delivery;
            copies.delete(tx, kept, forGood);
            record(tx, citizen, forGood ? "letter-deleted-for-good" : "letter-deleted", kept);
        });
    }

    void restore(Citizen citizen, UUID id) {
        access.inOwnDo(citizen, (tx, mailbox) -> {
            Delivery delivery = require(tx, mailbox, id);
            copies.restore(tx, delivery);
            record(tx, citizen, "letter-restored", delivery);
        });
    }

    /** Whoever acts for another reads, and deletes nothing. */
    private Delivery require(Transaction tx, Mailbox mailbox, UUID id) {
        Delivery delivery = deliveries.require(tx, id);
        if (delivery.alias() == null
                || delivery.publishedAt() == null
                || !mailbox.aliases().contains(delivery.alias())) {
            throw DeliveryProblem.NOT_FOUND.because("No letter " + id + " in this mailbox.");
        }
        return delivery;
    }

    private void record(Transaction tx, Citizen citizen, String action, Delivery delivery) {
        audit.record(
                tx,
                AuditEntry.by(citizen)
                        .did(action)
                        .to("delivery", delivery.id())
                        .of(delivery.alias())
                        .because("own-use")
                        .forController(delivery.sender()));
    }
}
