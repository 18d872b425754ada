package no.brevdue.notification.account;

/** What came of a try. */
enum Result {
    /** The mail server took responsibility. */
    HANDED_OVER,

    /** Identity-service has nothing to be sent any more. */
    OVER,

    /** The mail server will never take it for this recipient. */
    REFUSED,

    /** Not now. Identity-service says when it is over. */
    NOT_NOW
}
