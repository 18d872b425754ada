package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.access.Mailbox;
import no.brevdue.mailbox.copy.Copies;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryProblem;
import no.brevdue.mailbox.recipient.Consents;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.mailbox.recipient.TermsGate;
import no.brevdue.platform.caller.Caller.Citizen;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** One letter of a mailbox, for the features that show, open, answer or file it. */
@ApplicationScoped
public class Letters {

    private final InboxRepository inbox;
    private final Deliveries deliveries;
    private final Recipients recipients;
    private final Copies copies;
    private final TermsGate terms;
    private final Consents consents;
    private final Clock clock;

    Letters(
            InboxRepository inbox,
            Deliveries deliveries,
            Recipients recipients,
            Copies copies,
            TermsGate terms,
            Consents consents,
            Clock clock) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.copies = copies;
        this.terms = terms;
        this.consents = consents;
        this.clock = clock;
    }

    /** A letter whose content this reader may have now, locked until the transaction ends. */
    public Delivery require(Transaction tx, Citizen citizen, Mailbox mailbox, UUID id) {
        Delivery delivery = deliveries.require(tx, id);
        if (delivery.alias() == null
                || delivery.publishedAt() == null
                || !mailbox.aliases().contains(delivery.alias())
                || !mailbox.access().reads(delivery.parentVisibility(), delivery.sender(), delivery.onConsent())) {
            throw notHere(id);
        }
        copies.requireReadable(tx, delivery);
        if (!terms.isOpen(tx, citizen.alias())) {
            throw InboxProblem.TERMS_NOT_ACCEPTED.because("Accept the terms in force, then open the letter.");
        }
        return delivery;
    }

    /** What keeps this reader from answering a letter; null if nothing does. */
    public @Nullable ReplyObstacle obstacle(Transaction tx, Citizen citizen, Mailbox mailbox, UUID id) {
        InboxRow row = row(tx, mailbox, id);
        return ReplyObstacle.of(row, reader(tx, citizen, mailbox, List.of(row)));
    }

    InboxRow row(Transaction tx, Mailbox mailbox, UUID id) {
        return inbox.one(tx, id, mailbox.aliases(), "", clock.instant()).stream()
                .filter(row -> mailbox.access().reads(row.parentVisibility(), row.sender(), row.onConsent()))
                .findFirst()
                .orElseThrow(() -> notHere(id));
    }

    /** Whether anything is in doubt is asked only where one of the letters can be answered. */
    Reader reader(Transaction tx, Citizen citizen, Mailbox mailbox, Collection<InboxRow> shown) {
        boolean inDoubt = shown.stream().anyMatch(InboxRow::replyAllowed) && consents.inDoubt(tx, mailbox.alias());
        return new Reader(
                mailbox,
                citizen.level(),
                terms.isOpen(tx, citizen.alias()),
                inDoubt,
                recipients.language(tx, citizen.alias()));
    }

    private static RuntimeException notHere(UUID id) {
        return DeliveryProblem.NOT_FOUND.because("No letter " + id + " in this mailbox.");
    }
}
