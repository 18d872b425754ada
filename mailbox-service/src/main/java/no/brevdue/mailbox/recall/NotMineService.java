package no.brevdue.mailbox.recall;

import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** A letter that reached the wrong reader: sealed, told to its sender, and open again until the right person is reached. */
@ApplicationScoped
class NotMineService {

    private final Deliveries deliveries;
    private final Messages messages;
    private final Copies copies;
    private final BreachService breaches;
    private final AccessService access;
    private final AuditTrail audit;
    private final Clock clock;

    NotMineService(
            Deliveries deliveries,
            Messages messages,
            Copies copies,
            BreachService breaches,
            AccessService access,
            AuditTrail audit,
            Clock clock) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.copies = copies;
        this.breaches = breaches;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever may read the letter may say so, also who acts for the person: nobody else would see the mistake of a child's letter. */
    void disown(Citizen citizen, @Nullable UUID onBehalfOf, UUID id) {
        access.inDo(citizen, onBehalfOf, (tx, mailbox) -> {
            Delivery delivery = readable(tx, mailbox, id);
            Delivery disowned = deliveries.disown(tx, delivery, mailbox.access().role());
            copies.seal(tx, disowned);
            breaches.start(
                    tx, messages.require(tx, disowned.messageId()), Breach.Cause.NOT_MINE, null, clock.instant());
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("letter-disowned")
                            .to("delivery", id)
                            .of(disowned.alias())
                            .because(mailbox.purpose())
                            .forController(disowned.sender()));
        });
    }

    private Delivery readable(Transaction tx, Mailbox mailbox, UUID id) {
        Delivery delivery = deliveries.require(tx, id);
        if (delivery.alias() == null
                || delivery.publishedAt() == null
                || !mailbox.aliases().contains(delivery.alias())
                || !mailbox.access().reads(delivery.parentVisibility(), delivery.sender(), delivery.onConsent())) {
            throw DeliveryProblem.NOT_FOUND.because("No letter " + id + " in this mailbox.");
        }
        copies.requireReadable(tx, delivery);
        return delivery;
    }
}
