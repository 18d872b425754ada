package no.brevdue.contracts.notification.v1;

/** Why a notification did not reach the person. */
public enum FailureReason {
    /** No usable e-mail address or mobile number. */
    NO_CHANNEL,

    /** The provider refused it for good. */
    REFUSED,

    /** The provider could not be reached. */
    UNREACHABLE
}
