package no.brevdue.mailbox.delivery;

import no.brevdue.mailbox.recipient.RecipientChanged;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.job.JobRunner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Death is a lock over any state. What was published and has not ended is paused in the transaction that learns of the death,
 * under a deadline of its own, after which it goes back; what was not published goes back when it is routed. An annulment
 * gives every letter its place and its remaining time back. What was read stays as proof.
 */
@ApplicationScoped
class DeathService {

    /** How long an annulment is waited for before the letters of the dead go back. */
    static final Duration PAUSE = Duration.ofDays(30);

    private final Recipients recipients;
    private final DeliveryRepository deliveries;
    private final DeathPauseRepository pauses;
    private final DeliveryLedger ledger;
    private final Event<FallbackResumed> resumed;
    private final JobRunner jobs;
    private final Clock clock;

    DeathService(
            Recipients recipients,
            DeliveryRepository deliveries,
            DeathPauseRepository pauses,
            DeliveryLedger ledger,
            Event<FallbackResumed> resumed,
            JobRunner jobs,
            Clock clock) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.ledger = ledger;
        this.resumed = resumed;
        this.jobs = jobs;
        this.clock = clock;
    }

    void lookAt(RecipientChanged changed) {
        Transaction tx = changed.tx();
        Set<UUID> dead = recipients.reportedDead(tx, changed.aliases());
        Set<UUID> living = new HashSet<>(changed.aliases());
        living.removeAll(dead);
        Instant now = clock.instant();
        if (!dead.isEmpty()) {
            pause(tx, dead, now);
        }
        if (!living.isEmpty()) {
            restore(tx, living, now);
        }
    }

    private void pause(Transaction tx, Collection<UUID> aliases, Instant now) {
        List<Delivery> open = deliveries.lockOpen(tx, aliases).stream()
                .filter(Delivery::canBePaused)
                .toList();
        pauses.add(tx, open, now);
        ledger.write(
                tx,
                open.stream().map(delivery -> delivery.pause(now.plus(PAUSE))).toList(),
                now);
    }

    private void restore(Transaction tx, Collection<UUID> aliases, Instant now) {
        List<Delivery> paused = deliveries.lockStoppedByDeath(tx, aliases);
        if (paused.isEmpty()) {
            return;
        }
        Map<UUID, DeathPause> before = pauses.take(tx, paused);
        List<Step> steps = new ArrayList<>();
        for (Delivery delivery : paused) {
            Optional<DeathPause> pause = Optional.ofNullable(before.get(delivery.id()));
            Duration stood =
                    pause.map(some -> Duration.between(some.pausedAt(), now)).orElse(Duration.ZERO);
            deliveries.giveTimeToRead(tx, delivery.id(), stood);
            Instant due = pause.map(some -> some.dueAgain(now)).orElse(now);
            steps.add(delivery.resume(pause.map(DeathPause::reasonBefore).orElse(null), stood, due));
        }
        deliveries.reopenMessages(tx, paused.stream().map(Delivery::messageId).toList());
        ledger.write(tx, steps, now);
        steps.stream()
                .map(Step::after)
                .filter(delivery -> delivery.fallback() == FallbackState.ORDERED)
                .forEach(delivery -> resumed.fire(new FallbackResumed(tx, delivery)));
        tx.afterCommit(() -> jobs.wake(DeadlineJob.class));
    }
}
