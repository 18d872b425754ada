package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.EventType;
import no.brevdue.contracts.mailbox.v1.DeliveryAccepted;
import no.brevdue.contracts.mailbox.v1.DeliveryFallbackOrdered;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.MessageCompleted;
import no.brevdue.mailbox.feed.Feed;
import no.brevdue.mailbox.receiver.CopyNews;
import no.brevdue.mailbox.receiver.CopyStep;
import no.brevdue.platform.database.Transaction;
import no.brevdue.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Writes steps down: the delivery as it now is, the evidence, the fact for the other services and the news for the sender and,
 * of a copy, for its receiver, all in the caller's transaction.
 */
@ApplicationScoped
class DeliveryLedger {

    /** Who proves what the mailbox itself did. */
    private static final String MAILBOX = "mailbox";

    private final DeliveryRepository deliveries;
    private final EvidenceRepository evidence;
    private final Outbox outbox;
    private final Feed feed;
    private final CopyNews copies;
    private final Event<FallbackOrdered> ordered;

    DeliveryLedger(
            DeliveryRepository deliveries,
            EvidenceRepository evidence,
            Outbox outbox,
            Feed feed,
            CopyNews copies,
            Event<FallbackOrdered> ordered) {
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.outbox = outbox;
        this.feed = feed;
        this.copies = copies;
        this.ordered = ordered;
    }

    List<Evidence> accepted(Transaction tx, Collection<Delivery> accepted) {
        deliveries.insert(tx, accepted);
        List<EvidenceRepository.Keyed> first = accepted.stream()
                .map(delivery -> proof(delivery, Rung.ACCEPTED, delivery.acceptedAt(), MAILBOX, null, ""))
                .toList();
        evidence.addFirst(tx, first);
        outbox.publishAll(
                tx,
                accepted.stream()
                        .map(delivery -> new DeliveryAccepted(
                                delivery.id(),
                                delivery.messageId(),
                                delivery.threadId(),
                                delivery.version(),
                                delivery.recipientKind(),
                                delivery.alias(),
                                delivery.organization(),
                                delivery.sender()))
                        .toList());
        return first.stream().map(EvidenceRepository.Keyed::evidence).toList();
    }

    void write(Transaction tx, Collection<Step> steps, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        deliveries.update(tx, last(steps));
        deliveries.ground(
                tx,
                steps.stream()
                        .filter(step ->
                                step.rung() == Rung.PUBLISHED && step.after().onConsent())
                        .map(step -> step.after().id())
                        .toList());
        evidence.add(
                tx,
                steps.stream()
                        .filter(step -> step.rung() != null)
                        .map(step -> proof(
                                step.after(),
                                Objects.requireNonNull(step.rung()),
                                now,
                                MAILBOX,
                                step.detail(),
                                key(step)))
                        .toList());
        outbox.publishAll(
                tx, steps.stream().map(Step::fact).filter(Objects::nonNull).toList());
        feed.append(
                tx,
                steps.stream()
                        .filter(step -> step.fact() != null || step.isReminder())
                        .map(step -> news(step, now))
                        .toList());
        copies.add(tx, steps.stream().flatMap(step -> ofCopy(step).stream()).toList());
        complete(tx, steps, now);
        steps.stream()
                .filter(step -> step.fact() instanceof DeliveryFallbackOrdered)
                .forEach(step -> ordered.fire(new FallbackOrdered(tx, step.after())));
    }

    /** Once for each role in which a letter was opened; every other rung that the mailbox proves is proven once. */
    private static String key(Step step) {
        return step.rung() == Rung.OPENED && step.detail() != null ? step.detail() : "";
    }

    /** Keeps what another service proved about a delivery, and tells the sender. A proof that was kept before is no news. */
    void prove(Transaction tx, Delivery delivery, Rung rung, Proof proof) {
        proveAll(tx, List.of(new Proven(delivery, rung, proof)));
    }

    /** The same for many, in their order. */
    void proveAll(Transaction tx, Collection<Proven> all) {
        Map<UUID, Delivery> known = new HashMap<>();
        List<EvidenceRepository.Keyed> proofs = new ArrayList<>();
        for (Proven proven : all) {
            Proof proof = proven.proof();
            known.put(proven.delivery().id(), proven.delivery());
            proofs.add(
                    proof(proven.delivery(), proven.rung(), proof.at(), proof.source(), proof.detail(), proof.key()));
        }
        feed.append(
                tx,
                evidence.add(tx, proofs).stream()
                        .map(EvidenceRepository.Keyed::evidence)
                        .map(kept -> news(Objects.requireNonNull(known.get(kept.deliveryId())), kept))
                        .toList());
    }

    private static Feed.News news(Delivery delivery, Evidence kept) {
        String type = kept.rung().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Feed.News(
                delivery.sender(), type, delivery.messageId(), delivery.id(), SenderView.detail(kept), kept.at());
    }

    /** A rung that another service has proved. */
    record Proven(Delivery delivery, Rung rung, Proof proof) {}

    /** Each delivery as it is after its last step. */
    private static Collection<Delivery> last(Collection<Step> steps) {
        Map<UUID, Delivery> last = new LinkedHashMap<>();
        steps.forEach(step -> last.put(step.after().id(), step.after()));
        return last.values();
    }

    private void complete(Transaction tx, Collection<Step> steps, Instant now) {
        List<Delivery> ended = last(steps).stream()
                .filter(delivery -> delivery.endedAt() != null)
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        Set<UUID> complete = new HashSet<>(deliveries.completeMessages(
                tx, ended.stream().map(Delivery::messageId).toList(), now));
        List<MailboxEvent> completed = new ArrayList<>();
        List<Feed.News> news = new ArrayList<>();
        for (Delivery delivery : ended) {
            // The last of a message's deliveries that end here ends the message.
            if (complete.remove(delivery.messageId())) {
                completed.add(new MessageCompleted(delivery.messageId(), delivery.threadId(), 1));
                news.add(new Feed.News(
                        delivery.sender(), "message-completed", delivery.messageId(), delivery.id(), null, now));
            }
        }
        outbox.publishAll(tx, completed);
        feed.append(tx, news);
    }

    private static Feed.News news(Step step, Instant now) {
        Delivery delivery = step.after();
        return new Feed.News(
                delivery.sender(),
                step.fact() == null ? "fallback-reminder" : name(step.fact()),
                delivery.messageId(),
                delivery.id(),
                SenderView.reason(delivery),
                now);
    }

    /** What the receiver of a copy is told of a step. */
    private static Optional<CopyNews.Item> ofCopy(Step step) {
        Delivery copy = step.after();
        if (step.rung() == null || copy.organization() == null || copy.publishedAt() == null) {
            return Optional.empty();
        }
        Optional<CopyStep> told = switch (step.rung()) {
            case PUBLISHED -> Optional.of(CopyStep.ARRIVED);
            case CONFIRMED -> Optional.of(CopyStep.ACKNOWLEDGED);
            case RECALLED -> Optional.of(CopyStep.WITHDRAWN);
            default -> Optional.empty();
        };
        return told.map(what -> new CopyNews.Item(copy.messageId(), copy.id(), what, step.detail()));
    }

    /** The fact as its files are named, such as {@code delivery-opened}. */
    private static String name(MailboxEvent fact) {
        String stem = EventType.stem(fact.getClass());
        return stem.substring(stem.lastIndexOf('/') + 1);
    }

    private static EvidenceRepository.Keyed proof(
            Delivery delivery, Rung rung, Instant at, String source, @Nullable String detail, String key) {
        return new EvidenceRepository.Keyed(new Evidence(delivery.id(), rung, at, source, detail), key);
    }

    /**
     * What another service says.
     *
     * @param key tells this proof from another of the same rung
     */
    record Proof(Instant at, String source, @Nullable String detail, String key) {

        static Proof of(Instant at, String source, @Nullable String detail, UUID key) {
            return new Proof(at, source, detail, key.toString());
        }
    }
}
