package no.brevdue.mailbox.copy;

import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A person deletes a letter, or thinks better of it. What nobody has opened does not vanish in silence: its sender is told
 * and must reach the person another way, whether or not the deletion is undone.
 */
@ApplicationScoped
class DeletionService {

    private final Database database;
    private final Deliveries deliveries;
    private final Copies copies;
    private final AliasLinks links;
    private final AuditTrail audit;

    DeletionService(Database database, Deliveries deliveries, Copies copies, AliasLinks links, AuditTrail audit) {
        this.database = database;
        this.deliveries = deliveries;
        this.copies = copies;
        this.links = links;
        this.audit = audit;
    }

    void delete(Citizen citizen, UUID id, boolean forGood) {
        database.asCallerDo(tx -> {
            Delivery delivery = require(tx, citizen, id);
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
        database.asCallerDo(tx -> {
            Delivery delivery = require(tx, citizen, id);
            copies.restore(tx, delivery);
            record(tx, citizen, "letter-restored", delivery);
        });
    }

    /** Whoever acts for another reads, and deletes nothing. */
    private Delivery require(Transaction tx, Citizen citizen, UUID id) {
        Delivery delivery = deliveries.require(tx, id);
        if (delivery.alias() == null
                || delivery.publishedAt() == null
                || !links.aliasesOfSamePerson(tx, citizen.alias()).contains(delivery.alias())) {
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
