package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.mailbox.attachment.AttachmentService;
import no.brevdue.mailbox.recipient.ConsentStanding;
import no.brevdue.mailbox.recipient.Consents;
import no.brevdue.mailbox.recipient.Consents.Pair;
import no.brevdue.mailbox.recipient.Recipients;
import no.brevdue.mailbox.recipient.Standing;
import no.brevdue.mailbox.recipient.TermsGate;
import no.brevdue.mailbox.routing.Routing;
import no.brevdue.mailbox.routing.RoutingDecision;
import no.brevdue.mailbox.routing.RoutingFacts;
import no.brevdue.mailbox.routing.ScanState;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.time.NorwegianDay;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides what is due. Rows are locked first and facts are read after: a fact that arrives in between makes the delivery due
 * again. If the process dies in the middle the transaction is gone and the next round, here or on another replica, finds the
 * same rows.
 */
@ApplicationScoped
class DeadlineService {

    private static final Logger LOGGER = Logger.getLogger(DeadlineService.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Database database;
    private final DeliveryRepository deliveries;
    private final DeliveryLedger ledger;
    private final Recipients recipients;
    private final Consents consents;
    private final TermsGate terms;
    private final AttachmentService attachments;
    private final Clock clock;

    DeadlineService(
            Database database,
            DeliveryRepository deliveries,
            DeliveryLedger ledger,
            Recipients recipients,
            Consents consents,
            TermsGate terms,
            AttachmentService attachments,
            Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.recipients = recipients;
        this.consents = consents;
        this.terms = terms;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Returns how many deliveries were looked at. */
    int actOnDue(int limit) {
        return database.asWorker(tx -> {
            Instant now = clock.instant();
            List<Delivery> due = deliveries.lockDue(tx, now, limit);
            if (!due.isEmpty()) {
                List<Step> steps = steps(tx, due, now);
                ledger.write(tx, steps, now);
                deliveries.freeReferences(tx, uncommitted(steps), now);
            }
            return due.size();
        });
    }

    private List<Step> steps(Transaction tx, List<Delivery> due, Instant now) {
        List<UUID> messages = due.stream().map(Delivery::messageId).distinct().toList();
        Map<UUID, DeliveryRepository.Subject> subjects = deliveries.subjects(tx, messages);
        List<UUID> aliases = subjects.values().stream()
                .map(DeliveryRepository.Subject::alias)
                .distinct()
                .toList();
        Map<UUID, Standing> standings = recipients.standings(tx, aliases);
        Set<UUID> active = terms.accepted(tx, reserved(standings));
        Map<UUID, Standing> representatives = recipients.representatives(tx, standings.values(), NorwegianDay.of(now));
        Map<UUID, ScanState> scans = attachments.scans(tx, messages);
        Map<Pair, ConsentStanding> consented = consents.standings(
                tx,
                due.stream()
                        .map(delivery -> pair(delivery, subjects))
                        .distinct()
                        .toList());
        List<Step> steps = new ArrayList<>();
        for (Delivery delivery : due) {
            DeliveryRepository.Subject subject = Objects.requireNonNull(subjects.get(delivery.messageId()));
            if (!subject.settled()) {
                continue; // still due: the next round finds what has become of the person
            }
            Standing standing = Objects.requireNonNull(standings.get(subject.alias()));
            ConsentStanding consent = Objects.requireNonNull(consented.get(pair(delivery, subjects)));
            ScanState scan = scans.getOrDefault(delivery.messageId(), ScanState.CLEAN);
            boolean activeHere = active.contains(subject.alias());
            RoutingFacts facts = facts(delivery, subject, standing, consent, activeHere, representatives, scan);
            steps.addAll(step(delivery, subject, facts, now));
        }
        return steps;
    }

    private static Pair pair(Delivery delivery, Map<UUID, DeliveryRepository.Subject> subjects) {
        UUID alias = Objects.requireNonNull(subjects.get(delivery.messageId())).alias();
        return new Pair(alias, delivery.sender(), delivery.onConsent());
    }

    /** One delivery that cannot be decided must not stop the others; it is looked at again, and its lateness is measured. */
    private static List<Step> step(
            Delivery delivery, DeliveryRepository.Subject subject, RoutingFacts facts, Instant now) {
        try {
            if (delivery.isPaused()) {
                return List.of(delivery.endPause(now));
            }
            if (delivery.fallback() != FallbackState.NONE) {
                return List.of(delivery.remind(now));
            }
            return switch (delivery.state()) {
                case ACCEPTED, HELD ->
                    subject.uncommittedUntil() == null
                            ? route(delivery, subject, facts, now)
                            : List.of(untilCommitted(delivery, subject.uncommittedUntil(), now));
                case PUBLISHED -> List.of(unread(delivery, facts, now));
                case OPENED -> List.of(delivery.fallBack(FallbackReason.UNCONFIRMED, now));
                case CONFIRMED, RECALLED, RETURNED ->
                    throw new IllegalStateException("An ended delivery is due: " + delivery.state());
            };
        } catch (RuntimeException undecidable) {
            LOGGER.errorf(undecidable, "A delivery cannot be decided: delivery=%s", delivery.id());
            return List.of(delivery.lookAgain(now.plus(AFTER_FAILURE)));
        }
    }

    /** A letter that was published by consent does not outlive it unread; one that rests on law does not ask for it. */
    private static Step unread(Delivery delivery, RoutingFacts facts, Instant now) {
        if (delivery.onConsent()
                && (facts.consent() == ConsentStanding.DENIED || facts.consent() == ConsentStanding.UNANSWERED)) {
            return delivery.fallBack(FallbackReason.NO_CONSENT, now);
        }
        return now.isBefore(delivery.readBefore())
                        && Routing.whilePublished(facts, now) instanceof RoutingDecision.FallBack fallBack
                ? delivery.fallBack(fallBack.reason(), now)
                : delivery.leaveUnread(now, Routing.lookAgain(facts, now));
    }

    /** Its sender has not said yet that it shall go. */
    private static Step untilCommitted(Delivery delivery, Instant until, Instant now) {
        return now.isBefore(until)
                ? delivery.hold(HoldReason.AWAITING_COMMIT, until, null)
                : delivery.giveBack(ReturnReason.NOT_COMMITTED, now);
    }

    /** Nobody has seen them, and their sender is told to send them anew. */
    private static Set<UUID> uncommitted(List<Step> steps) {
        return steps.stream()
                .map(Step::after)
                .filter(delivery -> ReturnReason.NOT_COMMITTED.name().equals(delivery.reason()))
                .map(Delivery::messageId)
                .collect(Collectors.toSet());
    }

    private static List<Step> route(
            Delivery delivery, DeliveryRepository.Subject subject, RoutingFacts facts, Instant now) {
        return switch (Routing.decide(facts, now)) {
            case RoutingDecision.Publish publish -> List.of(publish(delivery, facts, now));
            case RoutingDecision.PublishAndFallBack both -> {
                Step published = publish(delivery, facts, now);
                yield List.of(published, published.after().fallBack(both.reason(), now));
            }
            case RoutingDecision.Hold hold ->
                List.of(delivery.hold(hold.reason(), hold.until(), asked(delivery, subject, facts, now)));
            case RoutingDecision.FallBack fallBack -> List.of(delivery.fallBack(fallBack.reason(), now));
            case RoutingDecision.Return back -> List.of(delivery.giveBack(back.reason(), now));
        };
    }

    /** A copy asks in the person's place where nothing of their own does: it may have fallen back, and the copy waits. */
    private static @Nullable UUID asked(
            Delivery delivery, DeliveryRepository.Subject subject, RoutingFacts facts, Instant now) {
        boolean own = delivery.recipientKind() == RecipientKind.PERSON;
        boolean ownAsks = !subject.fallenBack()
                && Routing.decide(facts.ofPerson(), now) instanceof RoutingDecision.Hold hold
                && hold.reason() == HoldReason.AWAITING_CONSENT;
        return own || !ownAsks ? subject.alias() : null;
    }

    private static Step publish(Delivery delivery, RoutingFacts facts, Instant now) {
        return delivery.publish(now, facts.consent() == ConsentStanding.GRANTED, Routing.lookAgain(facts, now));
    }

    private static List<UUID> reserved(Map<UUID, Standing> standings) {
        return standings.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Standing.Known known
                        && known.facts().digitalOptOut())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static RoutingFacts facts(
            Delivery delivery,
            DeliveryRepository.Subject subject,
            Standing standing,
            ConsentStanding consent,
            boolean activeHere,
            Map<UUID, Standing> representatives,
            ScanState scan) {
        return new RoutingFacts(
                delivery.recipientKind() == RecipientKind.ORGANIZATION,
                standing,
                consent,
                activeHere,
                delivery.important(),
                representatives,
                delivery.parentVisibility(),
                scan,
                delivery.acceptedAt(),
                delivery.notBefore(),
                delivery.readBefore(),
                subject.expectedBirthDate(),
                subject.nameCheck());
    }
}
