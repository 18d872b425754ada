package no.brevdue.mailbox.unread;

import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.mailbox.unread.UnreadResource.UnreadAnswer;
import no.brevdue.mailbox.unread.UnreadResource.UnreadPurpose;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller;
import no.brevdue.platform.database.Database;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers as the worker, since a service is nobody's reader, and records each question. */
@ApplicationScoped
class UnreadService {

    private final Database database;
    private final Deliveries deliveries;
    private final Copies copies;
    private final AuditTrail audit;

    UnreadService(Database database, Deliveries deliveries, Copies copies, AuditTrail audit) {
        this.database = database;
        this.deliveries = deliveries;
        this.copies = copies;
        this.audit = audit;
    }

    UnreadAnswer ask(Caller asking, UUID id, UnreadPurpose purpose) {
        return database.asWorker(tx -> {
            Optional<Delivery> found = deliveries.find(tx, id);
            found.ifPresent(delivery -> audit.record(
                    tx,
                    AuditEntry.by(asking)
                            .did("unread-asked")
                            .to("delivery", id)
                            .of(delivery.alias())
                            .because(purpose.toString())
                            .forController(delivery.sender())));
            return found.filter(delivery -> copies.isReadable(tx, id))
                    .map(delivery -> new UnreadAnswer(
                            delivery.state() == LetterState.PUBLISHED && !delivery.isPaused(), awaitsConsent(delivery)))
                    .orElse(UnreadAnswer.NEITHER);
        });
    }

    private static boolean awaitsConsent(Delivery delivery) {
        return delivery.state() == LetterState.HELD
                && HoldReason.AWAITING_CONSENT.name().equals(delivery.reason());
    }
}
