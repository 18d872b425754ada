package no.brevdue.notification.dispatch;

import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** A letter that was published for a person becomes a notification. An organisation looks into its inbox by itself. */
@ApplicationScoped
class MailboxProjection implements Projection<MailboxEvent> {

    private final NotificationRepository notifications;
    private final JobRunner jobs;
    private final Clock clock;

    MailboxProjection(NotificationRepository notifications, JobRunner jobs, Clock clock) {
        this.notifications = notifications;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<MailboxEvent> family() {
        return MailboxEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<MailboxEvent> fact) {
        if (fact.event() instanceof DeliveryPublished published
                && published.recipientKind() == RecipientKind.PERSON
                && published.alias() != null
                && notifications.add(tx, published.deliveryId(), published.alias(), clock.instant())) {
            tx.afterCommit(() -> jobs.wake(DispatchJob.class));
        }
    }
}
