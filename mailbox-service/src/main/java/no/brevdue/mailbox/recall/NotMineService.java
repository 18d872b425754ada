package no.brevdue.mailbox.recall;

import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.identity.AliasLinks;

import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** A letter that reached the wrong reader: sealed, told to its sender, and open again until the right person is reached. */
@ApplicationScoped
class NotMineService {

    private final Database database;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Copies copies;
    private final BreachService breaches;
    private final AliasLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    NotMineService(
            Database database,
            Deliveries deliveries,
            Messages messages,
            Copies copies,
            BreachService breaches,
            AliasLinks links,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.messages = messages;
        this.copies = copies;
        this.breaches = breaches;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    void disown(Citizen citizen, UUID id) {
        database.asCallerDo(tx -> {
            Delivery delivery = deliveries.require(tx, id);
            if (delivery.alias() == null
                    || delivery.publishedAt() == null
                    || !links.aliasesOfSamePerson(tx, citizen.alias()).contains(delivery.alias())) {
                throw DeliveryProblem.NOT_FOUND.because("No letter " + id + " in this mailbox.");
            }
            copies.requireReadable(tx, delivery);
            Delivery disowned = deliveries.disown(tx, delivery);
            copies.seal(tx, disowned);
            breaches.start(
                    tx, messages.require(tx, disowned.messageId()), Breach.Cause.NOT_MINE, null, clock.instant());
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("letter-disowned")
                            .to("delivery", id)
                            .of(disowned.alias())
                            .because("own-use")
                            .forController(disowned.sender()));
        });
    }
}
