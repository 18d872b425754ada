package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.access.AccessProblem;
import no.brevdue.mailbox.access.AccessService;
import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** What a person sees of their mailbox. The content is the business of {@link OpeningService}. */
@ApplicationScoped
class InboxService {

    private final Database database;
    private final InboxRepository inbox;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Copies copies;
    private final Letters letters;
    private final AccessService access;
    private final AuditTrail audit;
    private final Clock clock;

    InboxService(
            Database database,
            InboxRepository inbox,
            Deliveries deliveries,
            Messages messages,
            Copies copies,
            Letters letters,
            AccessService access,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.messages = messages;
        this.copies = copies;
        this.letters = letters;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    LetterPage page(Citizen citizen, @Nullable UUID onBehalfOf, Shelf shelf, Cursor after, int limit) {
        return access.in(citizen, onBehalfOf, mailbox -> page(citizen, mailbox, shelf, after, limit));
    }

    private LetterPage page(Citizen citizen, Mailbox mailbox, Shelf shelf, Cursor after, int limit) {
        return database.asCaller(tx -> {
            List<InboxRow> rows = inbox.ofPerson(tx, mailbox, shelf, after, limit + 1, clock.instant());
            List<InboxRow> shown = rows.subList(0, Math.min(limit, rows.size()));
            Reader reader = letters.reader(tx, citizen, mailbox, shown);
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did(shelf == Shelf.ARCHIVE ? "archive-listed" : "letters-listed")
                            .to("inbox", mailbox.alias())
                            .of(mailbox.alias())
                            .because(mailbox.purpose()));
            return new LetterPage(
                    shown.stream().map(row -> LetterView.of(row, reader)).toList(),
                    rows.size() > limit ? Cursor.after(shown.getLast()).text() : null);
        });
    }

    LetterView letter(Citizen citizen, @Nullable UUID onBehalfOf, UUID id) {
        return access.in(
                citizen,
                onBehalfOf,
                mailbox -> database.asCaller(tx -> {
                    InboxRow row = letters.row(tx, mailbox, id);
                    audit.record(
                            tx,
                            AuditEntry.by(citizen)
                                    .did("letter-looked-at")
                                    .to("delivery", row.id())
                                    .of(mailbox.alias())
                                    .because(mailbox.purpose())
                                    .forController(row.sender()));
                    return LetterView.of(row, letters.reader(tx, citizen, mailbox, List.of(row)));
                }));
    }

    long unread(Citizen citizen, @Nullable UUID onBehalfOf) {
        return access.in(
                citizen,
                onBehalfOf,
                mailbox -> database.asCaller(tx -> {
                    audit.record(
                            tx,
                            AuditEntry.by(citizen)
                                    .did("letters-counted")
                                    .to("inbox", mailbox.alias())
                                    .of(mailbox.alias())
                                    .because(mailbox.purpose()));
                    return inbox.unread(tx, mailbox);
                }));
    }

    /** The person says that the letter has come through; only what has been opened can be confirmed. */
    LetterView confirm(Citizen citizen, @Nullable UUID onBehalfOf, UUID id) {
        return access.in(citizen, onBehalfOf, mailbox -> confirm(citizen, mailbox, id));
    }

    private LetterView confirm(Citizen citizen, Mailbox mailbox, UUID id) {
        return database.asCaller(tx -> {
            InboxRow row = letters.row(tx, mailbox, id);
            if (!mailbox.access().acts(row.parentVisibility(), row.sender(), row.onConsent())) {
                throw AccessProblem.MAY_NOT_ACT.because("You may read this letter and not answer it.");
            }
            Delivery delivery = deliveries.require(tx, row.id());
            copies.requireReadable(tx, delivery);
            if (delivery.state() == LetterState.PUBLISHED) {
                throw InboxProblem.NOT_OPENED.because("Open the letter before confirming it.");
            }
            Delivery confirmed = deliveries.confirm(tx, delivery, true);
            Message message = messages.require(tx, confirmed.messageId());
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("letter-confirmed")
                            .to("delivery", confirmed.id())
                            .of(confirmed.alias())
                            .because(mailbox.purpose())
                            .forController(message.sender()));
            InboxRow after = letters.row(tx, mailbox, id);
            return LetterView.of(after, letters.reader(tx, citizen, mailbox, List.of(after)));
        });
    }
}
