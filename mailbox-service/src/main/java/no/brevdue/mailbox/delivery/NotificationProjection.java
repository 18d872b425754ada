package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.contracts.notification.v1.DecisionsApplied;
import no.brevdue.contracts.notification.v1.DriftFound;
import no.brevdue.contracts.notification.v1.NotificationEvent;
import no.brevdue.contracts.notification.v1.NotificationFailed;
import no.brevdue.contracts.notification.v1.NotificationHandedOver;
import no.brevdue.contracts.notification.v1.NotificationOrdered;
import no.brevdue.mailbox.delivery.DeliveryLedger.Proof;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns what notification-service reports into evidence. When nothing reached the person there is no point in waiting. */
@ApplicationScoped
class NotificationProjection implements Projection<NotificationEvent> {

    private static final Logger LOGGER = Logger.getLogger(NotificationProjection.class);

    private final DeliveryRepository deliveries;
    private final DeliveryLedger ledger;
    private final Clock clock;

    NotificationProjection(DeliveryRepository deliveries, DeliveryLedger ledger, Clock clock) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Class<NotificationEvent> family() {
        return NotificationEvent.class;
    }

    @Override
    public void apply(Transaction tx, Received<NotificationEvent> received) {
        Instant at = received.at();
        switch (received.event()) {
            case DecisionsApplied unrelated -> {}
            case DriftFound unrelated -> {}
            case NotificationOrdered fact ->
                prove(
                        tx,
                        fact.deliveryId(),
                        Rung.NOTIFICATION_ORDERED,
                        at,
                        fact.channel().name(),
                        fact.notificationId());
            case NotificationHandedOver fact ->
                prove(
                        tx,
                        fact.deliveryId(),
                        Rung.NOTIFICATION_HANDED_OVER,
                        at,
                        fact.channel().name(),
                        fact.notificationId());
            case NotificationFailed fact -> {
                prove(
                        tx,
                        fact.deliveryId(),
                        Rung.NOTIFICATION_FAILED,
                        at,
                        fact.reason().name(),
                        fact.notificationId());
                if (fact.lastAttempt()) {
                    fallBack(tx, fact.deliveryId());
                }
            }
        }
    }

    private void prove(Transaction tx, UUID id, Rung rung, Instant at, String detail, UUID notification) {
        Optional<Delivery> delivery = deliveries.lock(tx, id);
        if (delivery.isEmpty()) {
            LOGGER.errorf("A notification is about a delivery that is not here: delivery=%s", id);
            return;
        }
        // An invitation on behalf of a copy went to the person: it proves nothing about the organisation.
        if (delivery.get().recipientKind() == RecipientKind.PERSON) {
            ledger.prove(tx, delivery.get(), rung, Proof.of(at, "notification", detail, notification));
        }
    }

    private void fallBack(Transaction tx, UUID id) {
        Instant now = clock.instant();
        deliveries
                .lock(tx, id)
                .filter(delivery -> delivery.recipientKind() == RecipientKind.PERSON
                        && delivery.state() == LetterState.PUBLISHED
                        && delivery.waitsForReader())
                .ifPresent(delivery ->
                        ledger.write(tx, List.of(delivery.fallBack(FallbackReason.NOTIFICATION_FAILED, now)), now));
    }
}
