package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.attachment.AttachmentContent;
import no.brevdue.mailbox.attachment.AttachmentService;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.message.LetterContent;
import no.brevdue.mailbox.message.LetterPart;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Copies that other organisations have sent: listed, fetched and acknowledged by the organisation's own systems. A system
 * never opens a letter; it fetches, and its acknowledgement is the proof.
 */
@ApplicationScoped
class OrganizationInboxService {

    private static final String COPY_HANDLING = "copy-handling";

    private final Database database;
    private final InboxRepository inbox;
    private final Deliveries deliveries;
    private final Messages messages;
    private final LetterContent content;
    private final AttachmentService attachments;
    private final HolderService holders;
    private final Copies copies;
    private final AccessService access;
    private final AuditTrail audit;

    OrganizationInboxService(
            Database database,
            InboxRepository inbox,
            Deliveries deliveries,
            Messages messages,
            LetterContent content,
            AttachmentService attachments,
            HolderService holders,
            Copies copies,
            AccessService access,
            AuditTrail audit) {
        this.database = database;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.messages = messages;
        this.content = content;
        this.attachments = attachments;
        this.holders = holders;
        this.copies = copies;
        this.access = access;
        this.audit = audit;
    }

    CopyPage page(ClientSystem system, Cursor after, int limit) {
        return database.asCaller(tx -> {
            List<InboxRow> rows = inbox.ofOrganization(tx, system.consumer().value(), after, limit + 1);
            List<InboxRow> shown = rows.subList(0, Math.min(limit, rows.size()));
            audit.record(
                    tx,
                    AuditEntry.by(system)
                            .did("copies-listed")
                            .to("inbox", system.consumer().value())
                            .because(COPY_HANDLING)
                            .forController(system.consumer().value()));
            return new CopyPage(
                    shown.stream().map(CopyView::of).toList(),
                    rows.size() > limit ? Cursor.after(shown.getLast()).text() : null);
        });
    }

    FetchedCopy fetch(ClientSystem system, UUID id) {
        Holder holder = holders.holder(HolderName.organization(system.consumer()));
        return database.asCaller(tx -> {
            Delivery copy = require(tx, system, id);
            Message message = messages.require(tx, copy.messageId());
            access.requireCertain(tx, message.subject());
            deliveries.fetched(tx, copy);
            Map<LetterPart, String> parts = content.read(tx, message.id(), holder);
            record(tx, system, "copy-fetched", message, copy.id());
            return new FetchedCopy(
                    copy.id(),
                    message.sender(),
                    Objects.requireNonNull(parts.get(LetterPart.PATIENT)),
                    message.language(),
                    Objects.requireNonNull(parts.get(LetterPart.TITLE)),
                    Objects.requireNonNull(parts.get(LetterPart.BODY)),
                    attachments.of(tx, message.id(), holder),
                    message.acceptedAt(),
                    message.actBy());
        });
    }

    AttachmentContent attachment(ClientSystem system, UUID id, UUID attachmentId) {
        Holder holder = holders.holder(HolderName.organization(system.consumer()));
        return database.asCaller(tx -> {
            Delivery copy = require(tx, system, id);
            access.requireCertain(tx, messages.require(tx, copy.messageId()).subject());
            AttachmentContent attachment = attachments.open(tx, copy.messageId(), attachmentId, holder);
            copies.downloaded(tx, copy, attachmentId);
            record(tx, system, "attachment-downloaded", messages.require(tx, copy.messageId()), copy.id());
            return attachment;
        });
    }

    CopyView acknowledge(ClientSystem system, UUID id, boolean accepted) {
        return database.asCaller(tx -> {
            Delivery copy = deliveries.confirm(tx, require(tx, system, id), accepted);
            record(tx, system, "copy-acknowledged", messages.require(tx, copy.messageId()), copy.id());
            return CopyView.of(
                    inbox.one(tx, id, List.of(), system.consumer().value()).getFirst());
        });
    }

    private Delivery require(Transaction tx, ClientSystem system, UUID id) {
        Delivery copy = deliveries.require(tx, id);
        if (!system.consumer().value().equals(copy.organization()) || copy.publishedAt() == null) {
            throw DeliveryProblem.NOT_FOUND.because("No copy " + id + " in this inbox.");
        }
        copies.requireReadable(tx, copy);
        return copy;
    }

    private void record(Transaction tx, ClientSystem system, String action, Message message, UUID copy) {
        audit.record(
                tx,
                AuditEntry.by(system)
                        .did(action)
                        .to("delivery", copy)
                        .of(message.subject())
                        .because(COPY_HANDLING)
                        .forController(message.sender()));
    }
}
