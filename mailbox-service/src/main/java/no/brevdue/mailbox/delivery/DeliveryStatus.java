package no.brevdue.mailbox.delivery;

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
        List<Proven> evidence) {

    /** What happens at the deadline if nothing happens before. */
    public enum NextStep {
        ROUTING,
        FALLBACK,
        FALLBACK_REMINDER
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
                evidence.stream().map(Proven::of).toList());
    }

    /** How soon an unpublished letter is looked at again would tell why it waits; its sender sees the last moment. */
    private static @Nullable Instant deadline(Delivery delivery) {
        return next(delivery) == NextStep.ROUTING ? delivery.readBefore() : delivery.dueAt();
    }

    private static NextStep next(Delivery delivery) {
        if (delivery.fallback() != FallbackState.NONE) {
            return NextStep.FALLBACK_REMINDER;
        }
        return delivery.publishedAt() == null ? NextStep.ROUTING : NextStep.FALLBACK;
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
