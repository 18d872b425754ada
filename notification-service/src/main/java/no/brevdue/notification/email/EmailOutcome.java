package no.brevdue.notification.email;

/** What came of handing a mail over. */
public sealed interface EmailOutcome {

    /** The mail server took responsibility (SMTP 250 after the data). */
    record HandedOver() implements EmailOutcome {}

    /** The mail server will never take it for this recipient. */
    record Refused() implements EmailOutcome {}

    /** Not now: the server is away, busy, or at odds with us. */
    record NotNow() implements EmailOutcome {}
}
