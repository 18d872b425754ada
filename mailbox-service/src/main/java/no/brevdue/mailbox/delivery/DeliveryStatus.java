package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.HoldReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a delivery is, what is proven, and what happens next, as its sender may know it.
 *
 * @param reason a coarse code: why it waits, falls back or came back
 * @param nextDeadline when something happens by itself; absent once the delivery has ended
 * @param thenWhat what happens at the deadline
 * @param fallsBackAt when the person shall be reached another way if nobody has opened it; absent once that is ordered
 */
@Schema(name = "DeliveryStatus")
public record DeliveryStatus(
        UUID deliveryId,
        LetterState state,
        @Nullable String reason,
        FallbackState fallback,
        boolean ended,
        @Nullable Instant nextDeadline,
        @Nullable NextStep thenWhat,
        @Nullable Instant fallsBackAt,
        List<Proven> evidence) {

    /** What happens at the deadline if nothing happens before. */
    public enum NextStep {
        /** It is published, held, falls back or comes back. */
        ROUTING,
        /** The person is told once more, if it is still unread. */
        SECOND_NOTICE,
        /** You are asked to reach the person another way. */
        FALLBACK,
        /** You are asked to post the letter on paper. */
        PAPER,
        /** The letter is printed and posted, or you are told that it cannot be. */
        PRINT,
        /** You are asked again. */
        FALLBACK_REMINDER,
        /** It goes back, unless the death is annulled before. */
        RETURN
    }

    public static DeliveryStatus of(Delivery delivery, List<Evidence> evidence) {
        return new DeliveryStatus(
                delivery.id(),
                delivery.state(),
                SenderView.reason(delivery),
                delivery.fallback(),
                delivery.endedAt() != null,
                delivery.endedAt() != null ? null : deadline(delivery),
                delivery.endedAt() != null ? null : next(delivery),
                delivery.endedAt() != null || delivery.fallback() != FallbackState.NONE ? null : delivery.readBefore(),
                evidence.stream().map(Proven::of).toList());
    }

    /**
     * How soon an unopened letter is looked at again would tell why it waits, or who reads; its sender sees the second
     * notice, the last moment, or until when it may be committed.
     */
    private static @Nullable Instant deadline(Delivery delivery) {
        boolean awaitsCommit = HoldReason.AWAITING_COMMIT.name().equals(delivery.reason());
        return switch (next(delivery)) {
            case SECOND_NOTICE -> delivery.secondNoticeAt();
            case FALLBACK_REMINDER, RETURN -> delivery.dueAt();
            default -> delivery.openedAt() == null && !awaitsCommit ? delivery.readBefore() : delivery.dueAt();
        };
    }

    private static NextStep next(Delivery delivery) {
        if (delivery.isPaused() && delivery.openedAt() == null) {
            return NextStep.RETURN;
        }
        if (delivery.fallback() != FallbackState.NONE) {
            return NextStep.FALLBACK_REMINDER;
        }
        if (delivery.publishedAt() == null) {
            return NextStep.ROUTING;
        }
        if (delivery.openedAt() == null && delivery.secondNoticeAt() != null) {
            return NextStep.SECOND_NOTICE;
        }
        if (delivery.openedAt() != null) {
            return NextStep.FALLBACK;
        }
        return switch (delivery.policy()) {
            case TELL_ME -> NextStep.FALLBACK;
            case PAPER -> NextStep.PAPER;
            case PRINT -> NextStep.PRINT;
        };
    }

    /** One rung of the ladder. */
    @Schema(name = "Evidence")
    public record Proven(
            Rung rung, Instant at, String source, @Nullable String detail) {

        static Proven of(Evidence proof) {
            return new Proven(proof.rung(), proof.at(), proof.source(), SenderView.detail(proof));
        }
    }
}
