package no.brevdue.notification.canary;

import no.brevdue.contracts.mailbox.v1.DeliveryAccepted;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;

/** Picks the canaries out of all letters. Once accepted they are known; a fact that comes twice changes nothing. */
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

    public void hear(Transaction tx, MailboxEvent fact) {
        if (config.sender().isEmpty()) {
            return;
        }
        if (fact instanceof DeliveryAccepted accepted
                && accepted.sender().equals(config.sender().get())) {
            Route route = accepted.recipientKind() == RecipientKind.PERSON ? Route.PERSON : Route.COPY;
            canaries.add(tx, accepted.deliveryId(), route, clock.instant());
        } else if (fact instanceof DeliveryPublished published
                && published.recipientKind() == RecipientKind.ORGANIZATION) {
            canaries.arrived(tx, published.deliveryId(), clock.instant());
        }
    }
}
