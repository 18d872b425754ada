package no.brevdue.contracts.mailbox.v1;

/** Where a reply is. */
public enum ReplyState {
    /** Durably stored, and nothing more. */
    ACCEPTED,
    /** The content was released to the clinic. */
    FETCHED,
    /** The clinic has acknowledged it: filed, or rejected as not for it. */
    ACKNOWLEDGED
}
