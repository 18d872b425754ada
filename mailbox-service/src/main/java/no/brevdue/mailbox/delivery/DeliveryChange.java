package no.brevdue.mailbox.delivery;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.brevdue.contracts.mailbox.v1.FallbackReason;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A delivery with some of its fields changed; only {@link Delivery} knows which changes are legal. */
final class DeliveryChange {

    private final Delivery from;
    private long version;
    private LetterState state;
    private @Nullable String reason;
    private FallbackState fallback;
    private @Nullable FallbackReason fallbackReason;
    private @Nullable Instant secondNoticeAt;
    private @Nullable Instant dueAt;
    private @Nullable Instant publishedAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant endedAt;
    private boolean onConsent;

    DeliveryChange(Delivery from) {
        this.from = from;
        version = from.version();
        state = from.state();
        reason = from.reason();
        fallback = from.fallback();
        fallbackReason = from.fallbackReason();
        secondNoticeAt = from.secondNoticeAt();
        dueAt = from.dueAt();
        publishedAt = from.publishedAt();
        openedAt = from.openedAt();
        endedAt = from.endedAt();
        onConsent = from.onConsent();
    }

    /** A fact will be published about it. */
    @CanIgnoreReturnValue
    DeliveryChange counted() {
        version++;
        return this;
    }

    @CanIgnoreReturnValue
    DeliveryChange state(LetterState next) {
        state = next;
        return this;
    }

    @CanIgnoreReturnValue
    DeliveryChange reason(@Nullable String why) {
        reason = why;
        return this;
    }

    /** Keeps the reason of an earlier step where there is no new one. */
    @CanIgnoreReturnValue
    DeliveryChange fallback(FallbackState next, @Nullable FallbackReason why) {
        fallback = next;
        fallbackReason = why == null ? fallbackReason : why;
        return this;
    }

    @CanIgnoreReturnValue
    DeliveryChange secondNoticeAt(@Nullable Instant time) {
        secondNoticeAt = time;
        return this;
    }

    @CanIgnoreReturnValue
    DeliveryChange dueAt(@Nullable Instant time) {
        dueAt = time;
        return this;
    }

    @CanIgnoreReturnValue
    DeliveryChange publishedAt(Instant time) {
        publishedAt = time;
        return this;
    }

    @CanIgnoreReturnValue
    DeliveryChange onConsent(boolean ground) {
        onConsent = ground;
        return this;
    }

    @CanIgnoreReturnValue
    DeliveryChange openedAt(Instant time) {
        openedAt = time;
        return this;
    }

    /** Ended in proof: nobody needs to look again. */
    @CanIgnoreReturnValue
    DeliveryChange ended(Instant time) {
        endedAt = endedAt == null ? time : endedAt;
        dueAt = null;
        return this;
    }

    /** What seemed to have ended has not. */
    @CanIgnoreReturnValue
    DeliveryChange reopened() {
        endedAt = null;
        return this;
    }

    /** What has ended is never due again, whatever is still reported about it. */
    Delivery build() {
        return new Delivery(
                from.id(),
                from.messageId(),
                from.threadId(),
                from.sender(),
                from.recipientKind(),
                from.alias(),
                from.organization(),
                version,
                state,
                reason,
                fallback,
                fallbackReason,
                from.confirmationRequired(),
                from.parentVisibility(),
                from.expectedBirthDate(),
                from.policy(),
                from.important(),
                from.actBy(),
                from.acceptedAt(),
                from.notBefore(),
                from.readBefore(),
                secondNoticeAt,
                endedAt == null ? dueAt : null,
                publishedAt,
                openedAt,
                endedAt,
                onConsent);
    }
}
