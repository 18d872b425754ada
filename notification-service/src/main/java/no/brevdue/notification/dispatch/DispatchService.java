package no.brevdue.notification.dispatch;

import no.brevdue.contracts.notification.v1.FailureReason;
import no.brevdue.notification.contact.ContactLookup;
import no.brevdue.notification.email.EmailOutcome;
import no.brevdue.notification.unread.StillUnread;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** The transactions of a dispatch: what is taken in hand, what is decided before anything leaves, and what came of it. */
@ApplicationScoped
class DispatchService {

    private final Database database;
    private final NotificationRepository notifications;
    private final Outbox outbox;
    private final DispatchConfig config;
    private final Clock clock;

    DispatchService(
            Database database,
            NotificationRepository notifications,
            Outbox outbox,
            DispatchConfig config,
            Clock clock) {
        this.database = database;
        this.notifications = notifications;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Takes what is due. Whoever dies with a notification in hand loses it to another replica when the claim runs out. */
    List<Notification> claim(int limit) {
        return database.asWorker(tx -> notifications.claim(tx, clock.instant(), config.claim(), limit));
    }

    /** Ends what nobody needs to be told any more, puts off what nobody can say it of, and returns the rest. */
    List<Notification> stillWanted(Map<Notification, StillUnread> claimed) {
        if (claimed.values().stream().allMatch(StillUnread.YES::equals)) {
            return List.copyOf(claimed.keySet());
        }
        return database.asWorker(tx -> {
            List<Notification> wanted = new ArrayList<>();
            claimed.forEach((notification, unread) -> {
                switch (unread) {
                    case YES -> wanted.add(notification);
                    case NO -> notifications.drop(tx, notification, clock.instant());
                    case NOBODY_KNOWS -> postpone(tx, notification);
                }
            });
            return wanted;
        });
    }

    /** Decides on each by what is known of the person; returns what shall be sent now, stored and told as ordered. */
    List<Order> order(Map<Notification, ContactLookup> lookups) {
        return database.asWorker(tx -> {
            Map<UUID, ContactLookup.Reachable> reachable = new HashMap<>();
            lookups.forEach((notification, lookup) -> {
                switch (lookup) {
                    case ContactLookup.Reachable person -> reachable.put(notification.id(), person);
                    case ContactLookup.NoChannel ignored -> fail(tx, notification, FailureReason.NO_CHANNEL);
                    case ContactLookup.Away ignored -> postpone(tx, notification);
                }
            });
            List<Notification> decidedOn = lookups.keySet().stream()
                    .filter(notification -> reachable.containsKey(notification.id()))
                    .toList();
            return decidedOn.isEmpty() ? List.of() : order(tx, decidedOn, reachable);
        });
    }

    private List<Order> order(
            Transaction tx, List<Notification> decidedOn, Map<UUID, ContactLookup.Reachable> reachable) {
        Map<UUID, Notification> ordered = notifications.attempt(tx, decidedOn, clock.instant()).stream()
                .collect(Collectors.toMap(Notification::id, current -> current));
        List<Notification> current = decidedOn.stream()
                .filter(notification -> ordered.containsKey(notification.id()))
                .toList();
        outbox.publishAll(
                tx,
                current.stream()
                        .filter(notification -> notification.state() == State.WAITING)
                        .map(Notification::ordered)
                        .toList());
        return current.stream()
                .map(notification -> new Order(
                        Objects.requireNonNull(ordered.get(notification.id())),
                        Objects.requireNonNull(reachable.get(notification.id())).readers()))
                .toList();
    }

    /** Stores and tells what came of each order. */
    void settle(Map<Order, EmailOutcome> outcomes) {
        database.asWorkerDo(tx -> {
            List<Notification> handedOver = new ArrayList<>();
            outcomes.forEach((order, outcome) -> {
                Notification notification = order.notification();
                switch (outcome) {
                    case EmailOutcome.HandedOver ignored -> handedOver.add(notification);
                    case EmailOutcome.Refused ignored -> fail(tx, notification, FailureReason.REFUSED);
                    case EmailOutcome.NotNow ignored -> tryAgainOrGiveUp(tx, notification);
                }
            });
            if (!handedOver.isEmpty()) {
                handOver(tx, handedOver);
            }
        });
    }

    private void handOver(Transaction tx, List<Notification> handedOver) {
        Set<UUID> current = notifications.handOver(tx, handedOver, clock.instant());
        outbox.publishAll(
                tx,
                handedOver.stream()
                        .filter(notification -> current.contains(notification.id()))
                        .map(Notification::handedOver)
                        .toList());
    }

    private void tryAgainOrGiveUp(Transaction tx, Notification notification) {
        Instant orderedAt = notification.orderedAt();
        if (orderedAt != null && !clock.instant().isBefore(orderedAt.plus(config.giveUpAfter()))) {
            fail(tx, notification, FailureReason.UNREACHABLE);
        } else {
            postpone(tx, notification);
        }
    }

    private void fail(Transaction tx, Notification notification, FailureReason reason) {
        if (notifications.fail(tx, notification, reason, clock.instant())) {
            outbox.publish(tx, notification.failed(reason));
        }
    }

    private void postpone(Transaction tx, Notification notification) {
        Instant until = clock.instant().plus(config.pauseAfter(notification.setbacks()));
        notifications.postpone(tx, notification, until);
    }
}
