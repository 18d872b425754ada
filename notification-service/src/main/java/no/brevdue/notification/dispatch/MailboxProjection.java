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
import java.util.UUID;
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
        canaries.hear(tx, fact);
        if (fact.event() instanceof DeliveryPublished published
                && published.recipientKind() == RecipientKind.PERSON
                && published.alias() != null) {
            tell(
                    tx,
                    published.deliveryId(),
                    published.alias(),
                    published.parentVisibility(),
                    Occasion.LETTER_PUBLISHED,
                    null);
        } else if (fact.event() instanceof DeliveryHeld held
                && held.reason() == HoldReason.AWAITING_CONSENT
                && held.alias() != null) {
            tell(
                    tx,
                    held.deliveryId(),
                    held.alias(),
                    held.parentVisibility() == null ? ParentVisibility.HIDDEN : held.parentVisibility(),
                    Occasion.CONSENT_AWAITED,
                    held.sender());
        } else if (fact.event() instanceof DeliveryLeftUnread unread) {
            tell(
                    tx,
                    unread.deliveryId(),
                    unread.alias(),
                    notifications.visibility(tx, unread.deliveryId()),
                    Occasion.LETTER_UNREAD,
                    null);
        }
    }

    private void tell(
            Transaction tx,
            UUID delivery,
            UUID alias,
            ParentVisibility visibility,
            Occasion occasion,
            @Nullable String sender) {
        if (notifications.add(tx, delivery, alias, visibility, occasion, sender, clock.instant())) {
            tx.afterCommit(() -> jobs.wake(DispatchJob.class));
        }
    }
}
