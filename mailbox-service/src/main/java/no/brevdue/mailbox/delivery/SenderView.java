package no.brevdue.mailbox.delivery;

import no.brevdue.contracts.mailbox.v1.FallbackReason;
import no.brevdue.contracts.mailbox.v1.HoldReason;
import no.brevdue.contracts.mailbox.v1.ReturnReason;
import no.brevdue.contracts.notification.v1.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * What a sender may learn of why a letter is where it is. Whether somebody is known here, reserved, or without contact data
 * is not the sender's business; that the letter needs another way is.
 */
public final class SenderView {

    private static final String PROCESSING = "PROCESSING";
    private static final String USE_OTHER_CHANNEL = "USE_OTHER_CHANNEL";

    private SenderView() {}

    static @Nullable String reason(Delivery delivery) {
        if (delivery.endedAt() != null
                && (delivery.state() == LetterState.CONFIRMED || delivery.state() == LetterState.RECALLED)) {
            return delivery.reason();
        }
        if (delivery.isPaused()) {
            return ReturnReason.REPORTED_DEAD.name();
        }
        if (delivery.fallback() != FallbackState.NONE && delivery.fallbackReason() != null) {
            return code(delivery.fallbackReason());
        }
        return switch (delivery.state()) {
            case ACCEPTED -> PROCESSING;
            case HELD -> delivery.reason() == null ? PROCESSING : code(HoldReason.valueOf(delivery.reason()));
            case RETURNED -> delivery.reason() == null ? null : code(ReturnReason.valueOf(delivery.reason()));
            case RECALLED -> delivery.reason();
            case PUBLISHED, OPENED, CONFIRMED -> null;
        };
    }

    static @Nullable String detail(Evidence proof) {
        if (proof.detail() == null) {
            return null;
        }
        return switch (proof.rung()) {
            case FALLBACK_ORDERED -> code(FallbackReason.valueOf(proof.detail()));
            case RETURNED -> code(ReturnReason.valueOf(proof.detail()));
            case NOTIFICATION_FAILED -> of(FailureReason.valueOf(proof.detail()));
            default -> proof.detail();
        };
    }

    public static String code(HoldReason reason) {
        return switch (reason) {
            case AWAITING_SCAN, AWAITING_CONSENT, AWAITING_COMMIT, SCHEDULED -> reason.name();
            case AWAITING_REGISTRATION, AWAITING_NAME_CHECK, SYSTEM_DOUBT -> PROCESSING;
            case FALLBACK -> USE_OTHER_CHANNEL;
        };
    }

    private static @Nullable String of(FailureReason reason) {
        return switch (reason) {
            case NO_CHANNEL -> null;
            case REFUSED, UNREACHABLE -> reason.name();
        };
    }

    public static String code(FallbackReason reason) {
        return switch (reason) {
            case UNREAD,
                    UNCONFIRMED,
                    NO_DIGITAL_READER,
                    NO_CONSENT,
                    UNSAFE_ATTACHMENT,
                    NOTIFICATION_FAILED,
                    DELETED_UNREAD,
                    NOT_MINE -> reason.name();
            case DIGITAL_OPT_OUT, NOT_CONTACTABLE -> USE_OTHER_CHANNEL;
        };
    }

    public static String code(ReturnReason reason) {
        return switch (reason) {
            case NO_SUCH_PERSON -> "NO_SUCH_RECIPIENT";
            case NOT_REGISTERED_IN_TIME, RECIPIENT_MISMATCH, NAME_NOT_CHECKED, REPORTED_DEAD, NOT_COMMITTED ->
                reason.name();
        };
    }
}
