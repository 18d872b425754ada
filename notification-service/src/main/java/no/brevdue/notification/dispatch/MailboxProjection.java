package no.brevdue.notification.dispatch;

import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.DeliveryLeftUnread;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.notification.canary.Canaries;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.job.JobRunner;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

/** A letter that was published for a person, left unread or awaiting their consent becomes a notification. An organisation looks into its inbox by itself. */
@ApplicationScoped
class MailboxProjection implements Projection<MailboxEvent> {

    private final NotificationRepository notifications;
    private final Canaries canaries;
    private final JobRunner jobs;
    private final Clock clock;

    MailboxProjection(NotificationRepository notifications, Canaries canaries, JobRunner jobs, Clock clock) {
        this.notifications = notifications;
        this.canaries = canaries;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<MailboxEvent> family() {
        return MailboxEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<MailboxEvent> fact) {
        applyAll(tx, List.of(fact));
    }

    /** What was published first: whoever is to be told once more of a letter is found by it. */
    @Override
    public void applyAll(Transaction tx, List<Received<MailboxEvent>> facts) {
        facts.forEach(fact -> canaries.hear(tx, fact));
        tell(tx, news(facts, MailboxProjection::fresh));
        tell(tx, news(facts, fact -> unread(tx, fact)));
    }

    private static List<News> news(
            List<Received<MailboxEvent>> facts, Function<Received<MailboxEvent>, @Nullable News> of) {
        List<News> all = new ArrayList<>();
        for (Received<MailboxEvent> fact : facts) {
            News news = of.apply(fact);
            if (news != null) {
                all.add(news);
            }
        }
        return all;
    }

    private static @Nullable News fresh(Received<MailboxEvent> fact) {
        if (fact.event() instanceof DeliveryPublished published
                && published.recipientKind() == RecipientKind.PERSON
                && published.alias() != null) {
            return new News(
                    published.deliveryId(),
                    published.alias(),
                    published.parentVisibility(),
                    Occasion.LETTER_PUBLISHED,
                    fact.at(),
                    null);
        }
        if (fact.event() instanceof DeliveryHeld held
                && held.reason() == HoldReason.AWAITING_CONSENT
                && held.alias() != null) {
            ParentVisibility visibility = held.parentVisibility();
            return new News(
                    held.deliveryId(),
                    held.alias(),
                    visibility == null ? ParentVisibility.HIDDEN : visibility,
                    Occasion.CONSENT_AWAITED,
                    fact.at(),
                    held.sender());
        }
        return null;
    }

    private @Nullable News unread(Transaction tx, Received<MailboxEvent> fact) {
        return fact.event() instanceof DeliveryLeftUnread unread
                ? new News(
                        unread.deliveryId(),
                        unread.alias(),
                        notifications.visibility(tx, unread.deliveryId()),
                        Occasion.LETTER_UNREAD,
                        fact.at(),
                        null)
                : null;
    }

    private void tell(Transaction tx, List<News> news) {
        if (!news.isEmpty() && notifications.add(tx, news, clock.instant()) > 0) {
            tx.afterCommit(() -> jobs.wake(DispatchJob.class));
        }
    }
}
