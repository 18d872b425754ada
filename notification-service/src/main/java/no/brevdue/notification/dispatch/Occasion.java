package no.brevdue.notification.dispatch;

/** What a person is told of a delivery. */
enum Occasion {
    /** It can be read. */
    LETTER_PUBLISHED,

    /** A week later nobody has opened it. Sent only if the mailbox says that this is still so. */
    LETTER_UNREAD,

    /** It awaits their choice. */
    CONSENT_AWAITED
}
