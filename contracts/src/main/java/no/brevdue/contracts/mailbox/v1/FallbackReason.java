package no.brevdue.contracts.mailbox.v1;

/** Why the person must be reached another way. */
public enum FallbackReason {
    /** The deadline passed and nobody opened the letter. */
    UNREAD,

    /** The deadline passed and the letter was opened but not confirmed. */
    UNCONFIRMED,

    /** The person has reserved themselves against digital post. */
    DIGITAL_OPT_OUT,

    /** No usable e-mail address or mobile number. */
    NOT_CONTACTABLE,

    /** Nobody may read this letter digitally, because of age. */
    NO_DIGITAL_READER,

    /** The sender needs the person's consent and does not have it. */
    NO_CONSENT,

    /** An attachment was refused by the scanner. */
    UNSAFE_ATTACHMENT,

    /** No notification reached the person. */
    NOTIFICATION_FAILED,

    /** The person deleted it without anybody having opened it. */
    DELETED_UNREAD,

    /** Its reader says that it is somebody else's. */
    NOT_MINE
}
