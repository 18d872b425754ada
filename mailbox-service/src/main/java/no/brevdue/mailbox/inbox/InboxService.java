package no.brevdue.mailbox.inbox;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.delivery.LetterState;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.mailbox.recipient.TermsGate;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.identity.AliasLinks;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** What a person sees of their mailbox. The content is the business of {@link OpeningService}. */
@ApplicationScoped
class InboxService {

    /** A person who reads or does something on their own behalf. */
    static final String OWN_USE = "own-use";

    private final Database database;
    private final InboxRepository inbox;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Recipients recipients;
    private final Copies copies;
    private final TermsGate terms;
    private final AliasLinks links;
    private final AuditTrail audit;

    InboxService(
            Database database,
            InboxRepository inbox,
            Deliveries deliveries,
            Messages messages,
            Recipients recipients,
            Copies copies,
            TermsGate terms,
            AliasLinks links,
            AuditTrail audit) {
        this.database = database;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.messages = messages;
        this.recipients = recipients;
        this.copies = copies;
        this.terms = terms;
        this.links = links;
        this.audit = audit;
    }

    LetterPage page(Citizen citizen, boolean deleted, Cursor after, int limit) {
        return database.asCaller(tx -> {
            Reader reader = reader(tx, citizen);
            List<InboxRow> rows = inbox.ofPerson(tx, reader.aliases(), deleted, after, limit + 1);
            List<InboxRow> shown = rows.subList(0, Math.min(limit, rows.size()));
            audit.record(
                    tx,
                    AuditEntry.by(citizen)
                            .did("letters-listed")
                            .to("inbox", citizen.alias())
                            .of(citizen.alias())
                            .because(OWN_USE));
            return new LetterPage(
                    shown.stream().map(row -> LetterView.of(row, reader)).toList(),
                    rows.size() > limit ? Cursor.after(shown.getLast()).text() : null);
        });
    }

    LetterView letter(Citizen citizen, UUID id) {
        return database.asCaller(tx -> LetterView.of(row(tx, citizen, id), reader(tx, citizen)));
    }

    long unread(Citizen citizen) {
        return database.asCaller(tx -> inbox.unread(tx, links.aliasesOfSamePerson(tx, citizen.alias())));
    }

    /** The person says that the letter has come through; only what has been opened can be confirmed. */
    LetterView confirm(Citizen citizen, UUID id) {
        return database.asCaller(tx -> {
            InboxRow row = row(tx, citizen, id);
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
                            .because(OWN_USE)
                            .forController(message.sender()));
            return LetterView.of(row(tx, citizen, id), reader(tx, citizen));
        });
    }

    private InboxRow row(Transaction tx, Citizen citizen, UUID id) {
        return inbox.one(tx, id, links.aliasesOfSamePerson(tx, citizen.alias()), "").stream()
                .findFirst()
                .orElseThrow(() -> DeliveryProblem.NOT_FOUND.because("No letter " + id + " in this mailbox."));
    }

    private Reader reader(Transaction tx, Citizen citizen) {
        Language language = recipients.language(tx, citizen.alias());
        return new Reader(
                links.aliasesOfSamePerson(tx, citizen.alias()),
                citizen.level(),
                terms.isOpen(tx, citizen.alias()),
                language);
    }
}
