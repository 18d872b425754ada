package no.brevdue.notification.newsletter;

/** What came of a try. */
enum Result {
    /** The mail server took responsibility. */
    HANDED_OVER,

    /** There is no consent, no address, or no time any more. */
    OVER,

    /** The mail server will never take it for this recipient. */
    REFUSED,

    /** Not now. */
    NOT_NOW
}
