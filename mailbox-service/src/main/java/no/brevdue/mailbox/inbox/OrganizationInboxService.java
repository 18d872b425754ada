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
import no.brevdue.mailbox.message.LetterFormat;
import no.brevdue.mailbox.message.LetterPart;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Copies that other organisations have sent: listed, fetched and acknowledged by the organisation's own systems, or by those
 * who work there. Nobody opens a copy; it is fetched, and its acknowledgement is the proof.
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
    private final Clock clock;

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
            AuditTrail audit,
            Clock clock) {
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
        this.clock = clock;
    }

    CopyPage page(CopyReceiver receiver, Cursor after, int limit) {
        return database.asCaller(tx -> {
            List<InboxRow> rows =
                    inbox.ofOrganization(tx, receiver.organization().value(), after, limit + 1, clock.instant());
            List<InboxRow> shown = rows.subList(0, Math.min(limit, rows.size()));
            audit.record(
                    tx,
                    AuditEntry.by(receiver.caller())
                            .did("copies-listed")
                            .to("inbox", receiver.organization().value())
                            .because(COPY_HANDLING)
                            .forController(receiver.organization().value()));
            return new CopyPage(
                    shown.stream().map(CopyView::of).toList(),
                    rows.size() > limit ? Cursor.after(shown.getLast()).text() : null);
        });
    }

    FetchedCopy fetch(CopyReceiver receiver, UUID id) {
        Holder holder = holders.holder(HolderName.organization(receiver.organization()));
        return database.asCaller(tx -> {
            Delivery copy = require(tx, receiver, id);
            Message message = messages.require(tx, copy.messageId());
            access.requireCertain(tx, message.subject());
            deliveries.fetched(tx, copy);
            Map<LetterPart, String> parts = content.read(tx, message.id(), holder);
            record(tx, receiver, "copy-fetched", message, copy.id());
            return new FetchedCopy(
                    copy.id(),
                    message.sender(),
                    Objects.requireNonNull(parts.get(LetterPart.PATIENT)),
                    message.language(),
                    message.provenance(),
                    Objects.requireNonNull(parts.get(LetterPart.TITLE)),
                    Objects.requireNonNull(parts.get(LetterPart.BODY)),
                    message.isMarkdown() ? LetterFormat.MARKDOWN : LetterFormat.PLAIN,
                    attachments.of(tx, message.id(), holder),
                    message.acceptedAt(),
                    message.actBy());
        });
    }

    AttachmentContent attachment(CopyReceiver receiver, UUID id, UUID attachmentId) {
        Holder holder = holders.holder(HolderName.organization(receiver.organization()));
        return database.asCaller(tx -> {
            Delivery copy = require(tx, receiver, id);
            access.requireCertain(tx, messages.require(tx, copy.messageId()).subject());
            AttachmentContent attachment = attachments.open(tx, copy.messageId(), attachmentId, holder);
            copies.downloaded(tx, copy, attachmentId, null);
            record(tx, receiver, "attachment-downloaded", messages.require(tx, copy.messageId()), copy.id());
            return attachment;
        });
    }

    CopyView acknowledge(CopyReceiver receiver, UUID id, boolean accepted) {
        return database.asCaller(tx -> {
            Delivery copy = deliveries.confirm(tx, require(tx, receiver, id), accepted);
            record(tx, receiver, "copy-acknowledged", messages.require(tx, copy.messageId()), copy.id());
            return CopyView.of(
                    inbox.one(tx, id, List.of(), receiver.organization().value(), clock.instant())
                            .getFirst());
        });
    }

    private Delivery require(Transaction tx, CopyReceiver receiver, UUID id) {
        Delivery copy = deliveries.require(tx, id);
        if (!receiver.organization().value().equals(copy.organization()) || copy.publishedAt() == null) {
            throw DeliveryProblem.NOT_FOUND.because("No copy " + id + " in this inbox.");
        }
        copies.requireReadable(tx, copy);
        return copy;
    }

    private void record(Transaction tx, CopyReceiver receiver, String action, Message message, UUID copy) {
        audit.record(
                tx,
                AuditEntry.by(receiver.caller())
                        .did(action)
                        .to("delivery", copy)
                        .of(message.subject())
                        .because(COPY_HANDLING)
                        .forController(message.sender()));
    }
}
