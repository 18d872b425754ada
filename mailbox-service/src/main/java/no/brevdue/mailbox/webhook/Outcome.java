package no.brevdue.mailbox.webhook;

/** How an attempt to tell somebody ended. */
enum Outcome {
    DELIVERED,
    /** The endpoint answered, but not with 2xx; a redirect is such an answer and is not followed. */
    REFUSED,
    /** It answered 410: it does not want to be told any more. */
    GONE,
    /** No answer in time, or no connection. */
    UNREACHABLE,
    /** The name leads to an address that is not on the public internet, or to none. */
    NOT_PUBLIC
}
