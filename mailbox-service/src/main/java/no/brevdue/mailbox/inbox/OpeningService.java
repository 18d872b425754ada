package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.mailbox.attachment.AttachmentContent;
import no.brevdue.mailbox.attachment.AttachmentService;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.mailbox.holder.Holder;
import no.brevdue.mailbox.holder.HolderName;
import no.brevdue.mailbox.holder.HolderService;
import no.brevdue.mailbox.message.LetterContent;
import no.brevdue.mailbox.message.LetterPart;
import no.brevdue.mailbox.message.Markdown;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opening a letter: the one place where content is released to a person. The evidence, the fact and the audit entry are
 * written in the transaction that reads the content, so there is no opening without content and no content without opening.
 */
@ApplicationScoped
class OpeningService {

    private final Database database;
    private final Deliveries deliveries;
    private final Messages messages;
    private final LetterContent content;
    private final AttachmentService attachments;
    private final HolderService holders;
    private final Copies copies;
    private final Letters letters;
    private final AccessService access;
    private final AuditTrail audit;

    OpeningService(
            Database database,
            Deliveries deliveries,
            Messages messages,
            LetterContent content,
            AttachmentService attachments,
            HolderService holders,
            Copies copies,
            Letters letters,
            AccessService access,
            AuditTrail audit) {
        this.database = database;
        this.deliveries = deliveries;
        this.messages = messages;
        this.content = content;
        this.attachments = attachments;
        this.holders = holders;
        this.copies = copies;
        this.letters = letters;
        this.access = access;
        this.audit = audit;
    }

    OpenedLetter open(Citizen citizen, @Nullable UUID onBehalfOf, UUID id) {
        return access.in(citizen, onBehalfOf, mailbox -> open(citizen, mailbox, id));
    }

    private OpenedLetter open(Citizen citizen, Mailbox mailbox, UUID id) {
        Holder holder = holder(id);
        return database.asCaller(tx -> {
            Delivery delivery = letters.require(tx, citizen, mailbox, id);
            Delivery opened = deliveries.open(tx, delivery, mailbox.access().role());
            copies.read(tx, opened, citizen.alias(), mailbox.access().role());
            Message message = messages.require(tx, opened.messageId());
            Map<LetterPart, String> parts = content.read(tx, message.id(), holder);
            String body = Objects.requireNonNull(parts.get(LetterPart.BODY));
            record(tx, citizen, mailbox, "letter-opened", "delivery", opened, opened.id());
            return new OpenedLetter(
                    opened.id(),
                    message.sender(),
                    message.language(),
                    message.provenance(),
                    Objects.requireNonNull(parts.get(LetterPart.TITLE)),
                    body,
                    message.isMarkdown() ? Markdown.html(body) : null,
                    attachments.of(tx, message.id(), holder),
                    message.acceptedAt(),
                    Objects.requireNonNull(opened.openedAt()),
                    message.actBy(),
                    opened.confirmationRequired()
                                    && opened.state() == LetterState.OPENED
                                    && mailbox.access()
                                            .acts(opened.parentVisibility(), opened.sender(), opened.onConsent())
                            ? NextStep.CONFIRM
                            : NextStep.NONE);
        });
    }

    /** An attachment of a letter that has been opened; each download is recorded before its first byte leaves. */
    AttachmentContent attachment(Citizen citizen, @Nullable UUID onBehalfOf, UUID id, UUID attachmentId) {
        return access.in(citizen, onBehalfOf, mailbox -> attachment(citizen, mailbox, id, attachmentId));
    }

    private AttachmentContent attachment(Citizen citizen, Mailbox mailbox, UUID id, UUID attachmentId) {
        Holder holder = holder(id);
        return database.asCaller(tx -> {
            Delivery delivery = letters.require(tx, citizen, mailbox, id);
            if (delivery.openedAt() == null) {
                throw InboxProblem.NOT_OPENED.because("Open the letter before downloading its attachments.");
            }
            AttachmentContent attachment = attachments.open(tx, delivery.messageId(), attachmentId, holder);
            copies.downloaded(tx, delivery, attachmentId, citizen.alias());
            record(tx, citizen, mailbox, "attachment-downloaded", "attachment", delivery, attachmentId);
            return attachment;
        });
    }

    /** The keys are opened before the transaction, since they may have to be read in one of their own. */
    private Holder holder(UUID id) {
        UUID alias = database.asCaller(tx -> deliveries.require(tx, id).alias());
        if (alias == null) {
            throw DeliveryProblem.NOT_FOUND.because("No letter " + id + " in this mailbox.");
        }
        return holders.holder(HolderName.person(alias));
    }

    private void record(
            Transaction tx,
            Citizen citizen,
            Mailbox mailbox,
            String action,
            String type,
            Delivery delivery,
            UUID object) {
        audit.record(
                tx,
                AuditEntry.by(citizen)
                        .did(action)
                        .to(type, object)
                        .of(delivery.alias())
                        .because(mailbox.purpose())
                        .forController(delivery.sender()));
    }
}
