package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.DeliveryConfirmed;
import no.brevdue.contracts.mailbox.v1.DeliveryDeletedUnread;
import no.brevdue.contracts.mailbox.v1.DeliveryDisowned;
import no.brevdue.contracts.mailbox.v1.DeliveryFallbackOrdered;
import no.brevdue.contracts.mailbox.v1.DeliveryHeld;
import no.brevdue.contracts.mailbox.v1.DeliveryLeftUnread;
import no.brevdue.contracts.mailbox.v1.DeliveryOpened;
import no.brevdue.contracts.mailbox.v1.DeliveryPaused;
import no.brevdue.contracts.mailbox.v1.DeliveryPublished;
import no.brevdue.contracts.mailbox.v1.DeliveryRecalled;
import no.brevdue.contracts.mailbox.v1.DeliveryResumed;
import no.brevdue.contracts.mailbox.v1.DeliveryReturned;
import no.brevdue.contracts.mailbox.v1.FallbackCompleted;
import no.brevdue.contracts.mailbox.v1.FallbackHandedOver;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.MailboxEvent;
import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.contracts.mailbox.v1.RecallOutcome;
import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.mailbox.deadline.FallbackPolicy;
import no.brevdue.mailbox.deadline.ReadingTime;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One message to one recipient. Immutable: every transition returns a {@link Step} with the delivery as it then is, the fact
 * to publish and the evidence to keep; dropping it does not compile.
 *
 * @param version counts the facts published about this delivery
 * @param policy how the person shall be reached if it falls back
 * @param important a decision or another letter that the law wants delivered with certainty
 * @param actBy the time by which the person must have acted
 * @param readBefore when it falls back if nobody has opened it
 * @param secondNoticeAt when its reader is told once more; absent before it is published, once told, and if it comes too late
 * @param dueAt when somebody looks at it next; null only once it has ended in proof
 * @param onConsent it was published by the person's consent, and therefore does not outlive it; whatever its sender declares later
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
        ParentVisibility parentVisibility,
        @Nullable LocalDate expectedBirthDate,
        FallbackPolicy policy,
        boolean important,
        @Nullable Instant actBy,
        Instant acceptedAt,
        @Nullable Instant notBefore,
        Instant readBefore,
        @Nullable Instant secondNoticeAt,
        @Nullable Instant dueAt,
        @Nullable Instant publishedAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        boolean onConsent) {

    /** How long the sender has to reach the person another way before it is told again. */
    static final Duration FALLBACK_TIME = Duration.ofDays(7);

    /** How long a letter that was posted may take to come back. */
    static final Duration TIME_TO_COME_BACK = Duration.ofDays(21);

    /** Whoever opens a letter in its last minute still has this long to confirm it. */
    static final Duration TIME_TO_CONFIRM = Duration.ofDays(1);

    private static final String OK = "OK";

    /** What a copy recipient says of a copy that does not belong with it. */
    public static final String REJECTED = "REJECTED";

    /**
     * The letter can be read from now on.
     *
     * @param byConsent on the ground of the person's consent
     * @param lookAgain when somebody looks at it next: at the deadline, or sooner if those who may read it change before
     */
    Step publish(Instant now, boolean byConsent, Instant lookAgain) {
        Instant aWeekOn = now.plus(ReadingTime.SECOND_NOTICE_AFTER);
        Instant second = recipientKind == RecipientKind.PERSON && aWeekOn.isBefore(readBefore) ? aWeekOn : null;
        Delivery next = to(LetterState.PUBLISHED)
                .reason(null)
                .publishedAt(now)
                .onConsent(byConsent)
                .secondNoticeAt(second)
                .dueAt(earlier(second, lookAgain))
                .build();
        return next.step(new DeliveryPublished(
                        id, messageId, threadId, next.version, recipientKind, alias, parentVisibility))
                .proving(Rung.PUBLISHED);
    }

    /** A week without a reader is told to the reader once more, the end of the reading time to the sender. */
    Step leaveUnread(Instant now, Instant lookAgain) {
        if (!now.isBefore(readBefore)) {
            return fallBack(FallbackReason.UNREAD, now);
        }
        if (alias == null || secondNoticeAt == null || now.isBefore(secondNoticeAt)) {
            return lookAgain(earlier(secondNoticeAt, lookAgain));
        }
        Delivery next = change().counted().secondNoticeAt(null).dueAt(lookAgain).build();
        return next.step(new DeliveryLeftUnread(id, messageId, threadId, next.version, alias));
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    /**
     * Holding for the same reason again only moves the time; that is no new fact.
     *
     * @param asked whose choice it waits for, where it is theirs and they are asked because of it
     */
    Step hold(HoldReason why, Instant until, @Nullable UUID asked) {
        if (state == LetterState.HELD && why.name().equals(reason)) {
            return Step.silently(change().dueAt(until).build());
        }
        Delivery next = (state == LetterState.HELD ? change().counted() : to(LetterState.HELD))
                .reason(why.name())
                .dueAt(until)
                .build();
        return next.step(
                asked != null && why == HoldReason.AWAITING_CONSENT
                        ? new DeliveryHeld(id, messageId, threadId, next.version, why, asked, sender, parentVisibility)
                        : new DeliveryHeld(id, messageId, threadId, next.version, why, null, null, null));
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

    /**
     * Somebody takes responsibility for reaching the person another way, such as the post. Asked before the letter leaves:
     * whoever has opened it meanwhile needs no paper, unless the law owes them some.
     */
    Step handOver(Instant now) {
        if (openedAt != null && fallback == FallbackState.ORDERED && !owesPaper()) {
            throw DeliveryProblem.OPENED_MEANWHILE.because(
                    "The letter has been opened; nothing needs to be handed over.");
        }
        return handedOver(now);
    }

    /** Whoever is reserved gets what is important on paper, whatever they read here (eForvaltningsforskriften § 9). */
    public boolean owesPaper() {
        return fallbackReason == FallbackReason.DIGITAL_OPT_OUT;
    }

    private boolean stillOwesPaper() {
        return owesPaper() && fallback != FallbackState.DONE;
    }

    /** What the printer has accepted was asked before it left. */
    Step handedOver(Instant now) {
        Delivery next = change().counted()
                .fallback(to(FallbackState.HANDED_OVER), null)
                .dueAt(unlessPaused(now.plus(TIME_TO_COME_BACK)))
                .build();
        return next.step(new FallbackHandedOver(id, messageId, threadId, next.version))
                .proving(Rung.FALLBACK_HANDED_OVER);
    }

    /** What the sender reports about its own attempt to reach the person. */
    Step completeFallback(boolean reached, Instant now) {
        DeliveryChange change =
                change().counted().fallback(to(reached ? FallbackState.DONE : FallbackState.FAILED), null);
        Delivery next = (reached ? change.ended(now) : change.dueAt(unlessPaused(now.plus(FALLBACK_TIME)))).build();
        return next.step(new FallbackCompleted(id, messageId, threadId, next.version, reached))
                .proving(reached ? Rung.FALLBACK_DONE : Rung.FALLBACK_FAILED);
    }

    /** The paper did not leave, or came back: the sender must do something. */
    Step paperFails(String why, Instant now) {
        return completeFallback(false, now).proving(Rung.FALLBACK_FAILED, why);
    }

    Step giveBack(ReturnReason why, Instant now) {
        Delivery next = to(LetterState.RETURNED).reason(why.name()).ended(now).build();
        return next.step(new DeliveryReturned(id, messageId, threadId, next.version, why))
                .proving(Rung.RETURNED, why.name());
    }

    /** What has come back is with its sender; only what a death has sent back may go out again. */
    public boolean canBeRecalled() {
        return switch (state) {
            case ACCEPTED, HELD, PUBLISHED, OPENED, CONFIRMED -> true;
            case RETURNED -> ReturnReason.REPORTED_DEAD.name().equals(reason);
            case RECALLED -> false;
        };
    }

    /** What was read without harm stays where it is and is marked; everything else ends here. Paper that has not left is owed no more. */
    Step recall(RecallOutcome outcome, String why, Instant now) {
        DeliveryChange marked = change().counted();
        Delivery next = outcome == RecallOutcome.MARKED
                ? (owesPaper() && fallback == FallbackState.ORDERED ? marked.ended(now) : marked).build()
                : to(LetterState.RECALLED).reason(why).ended(now).build();
        return next.step(new DeliveryRecalled(id, messageId, threadId, next.version, outcome))
                .proving(Rung.RECALLED, outcome.name());
    }

    /** Whoever it was for has not been reached, whatever had been proven: the delivery is open again. */
    List<Step> disown(ReaderRole reader, Instant now) {
        DeliveryChange change = change().counted();
        Delivery next =
                (fallback == FallbackState.DONE ? change : change.reopened().dueAt(now.plus(FALLBACK_TIME))).build();
        Step disowned = next.step(new DeliveryDisowned(id, messageId, threadId, next.version))
                .proving(Rung.DISOWNED, reader.name());
        return switch (fallback) {
            case NONE -> List.of(disowned, next.fallBack(FallbackReason.NOT_MINE, now));
            // Ours would go to the same address, and goes only if it has left by now. Whether or not, the sender must
            // not count on it.
            case ORDERED ->
                policy == FallbackPolicy.PRINT
                        ? List.of(disowned, next.paperFails(FallbackReason.NOT_MINE.name(), now))
                        : List.of(disowned);
            case HANDED_OVER, DONE, FAILED -> List.of(disowned);
        };
    }

    /** Deleting is the person's right; that nobody has read it is the sender's business. */
    List<Step> deleteUnread(Instant now) {
        Delivery next = change().counted().build();
        Step deleted = next.step(new DeliveryDeletedUnread(id, messageId, threadId, next.version))
                .proving(Rung.DELETED_UNREAD);
        return fallback == FallbackState.NONE
                ? List.of(deleted, next.fallBack(FallbackReason.DELETED_UNREAD, now))
                : List.of(deleted);
    }

    /** What is ready to be read, or is being reached another way; what still waits to be routed goes back by itself. */
    boolean canBePaused() {
        return endedAt == null && !isPaused() && (isReadable() || fallback != FallbackState.NONE);
    }

    /** The register reports that the recipient is dead. */
    public boolean isPaused() {
        return state != LetterState.RETURNED
                && ReturnReason.REPORTED_DEAD.name().equals(reason);
    }

    /** What is reported about paper while a death is being looked into shortens no pause. */
    private @Nullable Instant unlessPaused(Instant then) {
        return isPaused() ? dueAt : then;
    }

    /** The letter stays where it is, and nothing is done about it until then. */
    Step pause(Instant until) {
        Delivery next = change().counted()
                .reason(ReturnReason.REPORTED_DEAD.name())
                .dueAt(until)
                .build();
        return next.step(new DeliveryPaused(id, messageId, threadId, next.version));
    }

    /** Nobody has taken the death back. */
    Step endPause(Instant now) {
        if (state != LetterState.OPENED && state != LetterState.CONFIRMED) {
            return giveBack(ReturnReason.REPORTED_DEAD, now);
        }
        return fallback == FallbackState.NONE ? fallBack(FallbackReason.UNCONFIRMED, now) : remind(now);
    }

    /** The death was annulled: the letter is where it was before, even if it had gone back because of it. */
    Step resume(@Nullable String reasonBefore, Duration paused, Instant due) {
        DeliveryChange change = state == LetterState.RETURNED
                ? to(publishedAt == null ? LetterState.ACCEPTED : LetterState.PUBLISHED)
                        .reopened()
                : change().counted();
        Delivery next = change.reason(reasonBefore)
                .secondNoticeAt(secondNoticeAt == null ? null : secondNoticeAt.plus(paused))
                .dueAt(due)
                .build();
        return next.step(new DeliveryResumed(id, messageId, threadId, next.version));
    }

    /** Opening twice is one opening: the second proves nothing new. */
    public Optional<Step> open(ReaderRole reader, Instant now) {
        if (state == LetterState.OPENED || state == LetterState.CONFIRMED) {
            return Optional.empty();
        }
        DeliveryChange change = to(LetterState.OPENED).openedAt(now);
        Delivery next = (confirmationRequired
                        ? change.dueAt(confirmBefore(now))
                        : stillOwesPaper() ? change : change.ended(now))
                .build();
        return Optional.of(next.step(new DeliveryOpened(id, messageId, threadId, next.version, reader))
                .proving(Rung.OPENED, reader.name()));
    }

    /** A fallback that has been ordered keeps its own time. */
    private @Nullable Instant confirmBefore(Instant now) {
        Instant atLeast = now.plus(TIME_TO_CONFIRM);
        return fallback == FallbackState.NONE ? (atLeast.isAfter(readBefore) ? atLeast : readBefore) : dueAt;
    }

    /** Confirming twice is one confirmation; what has been confirmed is not taken back by saying the contrary. */
    public Optional<Step> confirm(boolean accepted, Instant now) {
        if (state == LetterState.CONFIRMED) {
            if (accepted == REJECTED.equals(reason)) {
                throw DeliveryProblem.CONFIRMED_OTHERWISE.because(
                        "Acknowledged as %s at %s.".formatted(accepted ? REJECTED : OK, endedAt));
            }
            return Optional.empty();
        }
        DeliveryChange change = to(LetterState.CONFIRMED).reason(accepted ? null : REJECTED);
        Delivery next = (stillOwesPaper() ? change : change.ended(now)).build();
        return Optional.of(next.step(new DeliveryConfirmed(id, messageId, threadId, next.version, accepted))
                .proving(Rung.CONFIRMED, accepted ? OK : REJECTED));
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
        return isReadable() && endedAt == null && fallback == FallbackState.NONE && !isPaused();
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
