package no.brevdue.notification.dispatch;

/** What a person is told of a delivery. */
enum Occasion {
    /** It can be read. */
    LETTER_PUBLISHED,

    /** A week later nobody has opened it. */
    LETTER_UNREAD,

    /** It awaits their choice. */
    CONSENT_AWAITED
}
