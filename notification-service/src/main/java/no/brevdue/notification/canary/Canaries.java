package no.brevdue.notification.canary;

import no.brevdue.contracts.mailbox.v1.CanaryPrinted;
import no.brevdue.contracts.mailbox.v1.DeliveryAccepted;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Received;

import java.time.Clock;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Picks the canaries out of all letters. Once accepted they are known; a fact that comes twice changes nothing. A canary is as
 * old as its acceptance, however late that is heard of.
 */
@ApplicationScoped
public class Canaries {

    private final CanaryConfig config;
    private final CanaryRepository canaries;
    private final Clock clock;

    Canaries(CanaryConfig config, CanaryRepository canaries, Clock clock) {
        this.config = config;
        this.canaries = canaries;
        this.clock = clock;
    }

    public void hear(Transaction tx, Received<MailboxEvent> received) {
        if (config.sender().isEmpty()) {
            return;
        }
        MailboxEvent fact = received.event();
        Instant now = clock.instant();
        if (fact instanceof DeliveryAccepted accepted
                && accepted.sender().equals(config.sender().get())) {
            Route route = accepted.recipientKind() == RecipientKind.PERSON ? Route.PERSON : Route.COPY;
            Instant at = received.at();
            canaries.add(tx, accepted.deliveryId(), route, at.isAfter(now) ? now : at);
        } else if (fact instanceof DeliveryPublished published
                && published.recipientKind() == RecipientKind.ORGANIZATION) {
            canaries.arrived(tx, published.deliveryId());
        } else if (fact instanceof CanaryPrinted printed) {
            canaries.printed(tx, printed.orderedAt().isAfter(now) ? now : printed.orderedAt());
        }
    }
}
