package no.brevdue.notification.dispatch;

/** What a person is told of a delivery. */
enum Occasion {
    /** It can be read. */
    LETTER_PUBLISHED,

    /** It awaits their choice. */
    CONSENT_AWAITED
}
