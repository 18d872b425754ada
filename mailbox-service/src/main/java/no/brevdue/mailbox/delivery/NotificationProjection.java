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
import no.brevdue.mailbox.delivery.DeliveryLedger.Proven;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.event.Projection;
import no.brevdue.platform.event.Received;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        applyAll(tx, List.of(received));
    }

    @Override
    public void applyAll(Transaction tx, List<Received<NotificationEvent>> received) {
        List<Report> reports = received.stream()
                .map(NotificationProjection::report)
                .flatMap(Optional::stream)
                .toList();
        if (reports.isEmpty()) {
            return;
        }
        Map<UUID, Delivery> told = deliveries.lockAll(
                tx, reports.stream().map(Report::delivery).distinct().toList());
        ledger.proveAll(
                tx,
                reports.stream()
                        .map(report -> proven(report, told.get(report.delivery())))
                        .flatMap(Optional::stream)
                        .toList());
        reports.stream().filter(Report::lastAttempt).forEach(report -> fallBack(tx, report.delivery()));
    }

    private static Optional<Report> report(Received<NotificationEvent> received) {
        Instant at = received.at();
        return switch (received.event()) {
            case DecisionsApplied unrelated -> Optional.empty();
            case DriftFound unrelated -> Optional.empty();
            case NotificationOrdered fact ->
                Optional.of(new Report(
                        fact.deliveryId(),
                        Rung.NOTIFICATION_ORDERED,
                        at,
                        fact.channel().name(),
                        fact.notificationId(),
                        false));
            case NotificationHandedOver fact ->
                Optional.of(new Report(
                        fact.deliveryId(),
                        Rung.NOTIFICATION_HANDED_OVER,
                        at,
                        fact.channel().name(),
                        fact.notificationId(),
                        false));
            case NotificationFailed fact ->
                Optional.of(new Report(
                        fact.deliveryId(),
                        Rung.NOTIFICATION_FAILED,
                        at,
                        fact.reason().name(),
                        fact.notificationId(),
                        fact.lastAttempt()));
        };
    }

    private static Optional<Proven> proven(Report report, @Nullable Delivery delivery) {
        if (delivery == null) {
            LOGGER.errorf("A notification is about a delivery that is not here: delivery=%s", report.delivery());
            return Optional.empty();
        }
        // An invitation on behalf of a copy went to the person: it proves nothing about the organisation.
        return delivery.recipientKind() == RecipientKind.PERSON
                ? Optional.of(new Proven(delivery, report.rung(), report.proof()))
                : Optional.empty();
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

    /**
     * What a fact says about a delivery.
     *
     * @param lastAttempt nothing more is tried
     */
    private record Report(UUID delivery, Rung rung, Instant at, String detail, UUID notification, boolean lastAttempt) {

        Proof proof() {
            return Proof.of(at, "notification", detail, notification);
        }
    }
}
