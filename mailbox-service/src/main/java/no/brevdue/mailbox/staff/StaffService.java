package no.brevdue.mailbox.staff;

import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.message.LetterContent;
import no.brevdue.mailbox.message.LetterFormat;
import no.brevdue.mailbox.message.LetterPart;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.mailbox.message.Purpose;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.HealthWorker;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Releases a letter to somebody who works where it was sent from, or where a copy of it went. Reading leaves no evidence. */
@ApplicationScoped
class StaffService {

    private final Database database;
    private final Deliveries deliveries;
    private final Messages messages;
    private final LetterContent content;
    private final HolderService holders;
    private final Copies copies;
    private final AccessService access;
    private final AuditTrail audit;

    StaffService(
            Database database,
            Deliveries deliveries,
            Messages messages,
            LetterContent content,
            HolderService holders,
            Copies copies,
            AccessService access,
            AuditTrail audit) {
        this.database = database;
        this.deliveries = deliveries;
        this.messages = messages;
        this.content = content;
        this.holders = holders;
        this.copies = copies;
        this.access = access;
        this.audit = audit;
    }

    /** Whoever the person denies finds nothing, since the row policies show it to them not at all. */
    StaffLetter read(HealthWorker reader, UUID id, Purpose purpose) {
        Holder holder = holders.holder(HolderName.organization(reader.organization()));
        return database.asCaller(tx -> {
            Delivery delivery = require(tx, reader, id);
            Message message = messages.require(tx, delivery.messageId());
            access.requireCertain(tx, message.subject());
            Map<LetterPart, String> parts = content.read(tx, message.id(), holder);
            audit.record(
                    tx,
                    AuditEntry.by(reader)
                            .did("letter-read")
                            .to("delivery", delivery.id())
                            .of(message.subject())
                            .because(purpose.code())
                            .forController(reader.organization().value()));
            return new StaffLetter(
                    delivery.id(),
                    message.sender(),
                    message.language(),
                    Objects.requireNonNull(parts.get(LetterPart.TITLE)),
                    Objects.requireNonNull(parts.get(LetterPart.BODY)),
                    message.isMarkdown() ? LetterFormat.MARKDOWN : LetterFormat.PLAIN,
                    message.acceptedAt());
        });
    }

    private Delivery require(Transaction tx, HealthWorker reader, UUID id) {
        Delivery delivery = deliveries.require(tx, id);
        String own = reader.organization().value();
        if (delivery.sender().equals(own)) {
            return delivery;
        }
        if (!own.equals(delivery.organization()) || delivery.publishedAt() == null) {
            throw DeliveryProblem.NOT_FOUND.because("No letter " + id + " here.");
        }
        copies.requireReadable(tx, delivery);
        return delivery;
    }
}
