package no.brevdue.notification.dispatch;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.notification.contact.ContactClient;
import no.brevdue.notification.contact.ContactClient.Letter;
import no.brevdue.notification.contact.ContactLookup;
import no.brevdue.notification.contact.LookupPurpose;
import no.brevdue.notification.email.EmailOutcome;
import no.brevdue.notification.email.EmailSender;
import no.brevdue.notification.notice.Notice;
import no.brevdue.notification.unread.StillUnread;
import no.brevdue.notification.unread.UnreadClient;
import no.brevdue.platform.job.Job;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    private final Clock clock;
    private final SideBySide sideBySide = new SideBySide(AT_ONCE);

    DispatchJob(
            DispatchService dispatches, ContactClient contacts, UnreadClient unread, EmailSender emails, Clock clock) {
        this.dispatches = dispatches;
        this.contacts = contacts;
        this.unread = unread;
        this.emails = emails;
        this.clock = clock;
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
        List<Order> orders = dispatches.order(lookUp(wanted));
        Map<Order, EmailOutcome> outcomes = sideBySide.map(orders, this::send);
        dispatches.settle(outcomes);
        return due.size() == AT_ONCE;
    }

    /** Asked at the last moment: of what was read or taken back by now nobody is told, and nobody of a letter to the dead. */
    private StillUnread isWanted(Notification notification) {
        if (!notification.mustBeAskedAbout(clock.instant())) {
            return StillUnread.YES;
        }
        return switch (notification.reason()) {
            case LETTER_PUBLISHED -> unread.ask(notification.deliveryId());
            case LETTER_UNREAD -> unread.askAgain(notification.deliveryId());
            case CONSENT_AWAITED -> unread.askAboutConsent(notification.deliveryId());
        };
    }

    private Map<Notification, ContactLookup> lookUp(List<Notification> wanted) {
        List<ContactLookup> answers = contacts.lookUp(
                wanted.stream()
                        .map(one -> new Letter(one.alias(), one.parentVisibility()))
                        .toList(),
                LookupPurpose.LETTER);
        Map<Notification, ContactLookup> lookups = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            lookups.put(wanted.get(i), answers.get(i));
        }
        return lookups;
    }

    /**
     * Everybody who may read the letter is told. As long as one mail must be tried again all are, and receivers recognise what
     * they have; after that it has been told if anybody could be.
     */
    private EmailOutcome send(Order order) {
        List<EmailOutcome> outcomes = IntStream.range(0, order.readers().size())
                .mapToObj(reader -> send(order, reader))
                .toList();
        return outcomes.stream()
                .filter(EmailOutcome.NotNow.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream()
                        .filter(EmailOutcome.HandedOver.class::isInstance)
                        .findFirst())
                .orElseGet(EmailOutcome.Refused::new);
    }

    private EmailOutcome send(Order order, int index) {
        ContactLookup.Reader reader = order.readers().get(index);
        return emails.send(
                order.mailId(index), reader.email(), notice(order.notification().reason(), reader.language()));
    }

    private static Notice notice(Occasion occasion, Language language) {
        return switch (occasion) {
            case LETTER_PUBLISHED -> Notice.letterPublished(language);
            case CONSENT_AWAITED -> Notice.consentAwaited(language);
            case LETTER_UNREAD -> Notice.letterUnread(language);
        };
    }

    @PreDestroy
    void stop() {
        sideBySide.close();
    }
}
