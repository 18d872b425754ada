package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.DeliveryConfirmed;
import no.brevdue.contracts.mailbox.v1.DeliveryFallbackOrdered;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.DeliveryOpened;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.DeliveryReturned;
import no.brevdue.contracts.mailbox.v1.FallbackCompleted;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One message to one recipient. Immutable: every transition returns a {@link Step} with the delivery as it then is, the fact
 * to publish and the evidence to keep; dropping it does not compile.
 *
 * @param version counts the facts published about this delivery
 * @param readBefore when it falls back if nobody has opened it
 * @param dueAt when somebody looks at it next; null only once it has ended in proof
 */
public record Delivery(
        UUID id,
        UUID messageId,
        UUID threadId,
        String sender,
        RecipientKind recipientKind,
        @Nullable UUID alias,
        @Nullable String organization,
        long version,
        LetterState state,
        @Nullable String reason,
        FallbackState fallback,
        @Nullable FallbackReason fallbackReason,
        boolean confirmationRequired,
        @Nullable LocalDate expectedBirthDate,
        Instant acceptedAt,
        @Nullable Instant notBefore,
        Instant readBefore,
        @Nullable Instant dueAt,
        @Nullable Instant publishedAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt) {

    /** How long the sender has to reach the person another way before it is told again. */
    static final Duration FALLBACK_TIME = Duration.ofDays(7);

    /** Whoever opens a letter in its last minute still has this long to confirm it. */
    static final Duration TIME_TO_CONFIRM = Duration.ofDays(1);

    Step publish(Instant now) {
        Delivery next = to(LetterState.PUBLISHED)
                .reason(null)
                .publishedAt(now)
                .dueAt(readBefore)
                .build();
        return next.step(new DeliveryPublished(id, messageId, threadId, next.version, recipientKind, alias))
                .proving(Rung.PUBLISHED);
    }

    /** Holding for the same reason again only moves the time; that is no new fact. */
    Step hold(HoldReason why, Instant until) {
        if (state == LetterState.HELD && why.name().equals(reason)) {
            return Step.silently(change().dueAt(until).build());
        }
        Delivery next = (state == LetterState.HELD ? change().counted() : to(LetterState.HELD))
                .reason(why.name())
                .dueAt(until)
                .build();
        boolean asking = why == HoldReason.AWAITING_CONSENT && alias != null;
        return next.step(new DeliveryHeld(
                id, messageId, threadId, next.version, why, asking ? alias : null, asking ? sender : null));
    }

    /** The letter stays where it is: what was published can still be opened. */
    Step fallBack(FallbackReason why, Instant now) {
        DeliveryChange change = state == LetterState.ACCEPTED ? to(LetterState.HELD) : change().counted();
        Delivery next = change.fallback(to(FallbackState.ORDERED), why)
                .reason(isReadable() ? reason : HoldReason.FALLBACK.name())
                .dueAt(now.plus(FALLBACK_TIME))
                .build();
        return next.step(new DeliveryFallbackOrdered(id, messageId, threadId, next.version, why))
                .proving(Rung.FALLBACK_ORDERED, why.name());
    }

    /** What the sender reports about its own attempt to reach the person. */
    Step completeFallback(boolean reached, Instant now) {
        DeliveryChange change =
                change().counted().fallback(to(reached ? FallbackState.DONE : FallbackState.FAILED), null);
        Delivery next = (reached ? change.ended(now) : change.dueAt(now.plus(FALLBACK_TIME))).build();
        return next.step(new FallbackCompleted(id, messageId, threadId, next.version, reached))
                .proving(reached ? Rung.FALLBACK_DONE : Rung.FALLBACK_FAILED);
    }

    Step giveBack(ReturnReason why, Instant now) {
        Delivery next = to(LetterState.RETURNED).reason(why.name()).ended(now).build();
        return next.step(new DeliveryReturned(id, messageId, threadId, next.version, why))
                .proving(Rung.RETURNED, why.name());
    }

    /** Opening twice is one opening: the second proves nothing new. */
    public Optional<Step> open(ReaderRole reader, Instant now) {
        if (state == LetterState.OPENED || state == LetterState.CONFIRMED) {
            return Optional.empty();
        }
        DeliveryChange change = to(LetterState.OPENED).openedAt(now);
        Delivery next = (confirmationRequired ? change.dueAt(confirmBefore(now)) : change.ended(now)).build();
        return Optional.of(next.step(new DeliveryOpened(id, messageId, threadId, next.version, reader))
                .proving(Rung.OPENED, reader.name()));
    }

    /** A fallback that has been ordered keeps its own time. */
    private @Nullable Instant confirmBefore(Instant now) {
        Instant atLeast = now.plus(TIME_TO_CONFIRM);
        return fallback == FallbackState.NONE ? (atLeast.isAfter(readBefore) ? atLeast : readBefore) : dueAt;
    }

    /** Confirming twice is one confirmation. */
    public Optional<Step> confirm(boolean accepted, Instant now) {
        if (state == LetterState.CONFIRMED) {
            return Optional.empty();
        }
        Delivery next = to(LetterState.CONFIRMED)
                .reason(accepted ? null : "REJECTED")
                .ended(now)
                .build();
        return Optional.of(next.step(new DeliveryConfirmed(id, messageId, threadId, next.version, accepted))
                .proving(Rung.CONFIRMED, accepted ? "OK" : "REJECTED"));
    }

    /** The sender has had its time to reach the person another way, and is told again. */
    Step remind(Instant now) {
        return Step.reminding(change().dueAt(now.plus(FALLBACK_TIME)).build());
    }

    /** Nothing to decide now; look again later. */
    Step lookAgain(Instant then) {
        return Step.silently(change().dueAt(then).build());
    }

    /** True as long as its deadline can still make it fall back. */
    boolean waitsForReader() {
        return isReadable() && endedAt == null && fallback == FallbackState.NONE;
    }

    private boolean isReadable() {
        return switch (state) {
            case PUBLISHED, OPENED, CONFIRMED -> true;
            case ACCEPTED, HELD, RECALLED, RETURNED -> false;
        };
    }

    private Step step(MailboxEvent fact) {
        return Step.of(this, fact);
    }

    private DeliveryChange to(LetterState next) {
        if (!state.canBecome(next)) {
            throw DeliveryProblem.STATE.because("The letter is %s and cannot become %s.".formatted(state, next));
        }
        return change().counted().state(next);
    }

    private FallbackState to(FallbackState next) {
        if (!fallback.canBecome(next)) {
            throw DeliveryProblem.STATE.because("The fallback is %s and cannot become %s.".formatted(fallback, next));
        }
        return next;
    }

    private DeliveryChange change() {
        return new DeliveryChange(this);
    }
}
