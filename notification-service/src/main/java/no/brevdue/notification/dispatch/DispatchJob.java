package no.brevdue.notification.dispatch;

import no.brevdue.notification.contact.ContactClient;
import no.brevdue.notification.contact.ContactLookup;
import no.brevdue.notification.contact.LookupPurpose;
import no.brevdue.notification.email.EmailOutcome;
import no.brevdue.notification.email.EmailSender;
import no.brevdue.notification.notice.Notice;
import no.brevdue.notification.unread.StillUnread;
import no.brevdue.notification.unread.UnreadClient;
import no.brevdue.platform.job.Job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends what is due, a batch at a time: asks how to reach each person, stores and tells the orders, sends, stores and tells
 * the outcomes. If the process dies after the order, the notification is sent again under the same Message-ID when the claim
 * runs out: a person may be told twice, and never not at all.
 */
@ApplicationScoped
class DispatchJob implements Job {

    /** No more is taken in hand than is sent at once: what waits behind a slow mail server must not outlast the claim. */
    private static final int AT_ONCE = 20;

    private final DispatchService dispatches;
    private final ContactClient contacts;
    private final UnreadClient unread;
    private final EmailSender emails;
    private final SideBySide sideBySide = new SideBySide(AT_ONCE);

    DispatchJob(DispatchService dispatches, ContactClient contacts, UnreadClient unread, EmailSender emails) {
        this.dispatches = dispatches;
        this.contacts = contacts;
        this.unread = unread;
        this.emails = emails;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        List<Notification> due = dispatches.claim(AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        List<Notification> wanted = dispatches.stillWanted(sideBySide.map(due, this::isWanted));
        Map<Notification, ContactLookup> lookups = sideBySide.map(
                wanted, one -> contacts.lookUp(one.alias(), one.parentVisibility(), LookupPurpose.LETTER));
        List<Order> orders = dispatches.order(lookups);
        Map<Order, EmailOutcome> outcomes = sideBySide.map(orders, this::send);
        dispatches.settle(outcomes);
        return due.size() == AT_ONCE;
    }

    /** Asked at the last moment: whoever has read the letter by now is left in peace. */
    private StillUnread isWanted(Notification notification) {
        return switch (notification.reason()) {
            case LETTER_PUBLISHED, CONSENT_AWAITED -> StillUnread.YES;
            case LETTER_UNREAD -> unread.ask(notification.deliveryId());
        };
    }

    private EmailOutcome send(Order order) {
        return emails.send(order.notification().id(), order.email(), notice(order));
    }

    private static Notice notice(Order order) {
        return switch (order.notification().reason()) {
            case LETTER_PUBLISHED -> Notice.letterPublished(order.language());
            case CONSENT_AWAITED -> Notice.consentAwaited(order.language());
            case LETTER_UNREAD -> Notice.letterUnread(order.language());
        };
    }

    @PreDestroy
    void stop() {
        sideBySide.close();
    }
}
