package no.brevdue.mailbox.recipient;

/** Whether a sender may write to a person. */
public enum ConsentStanding {
    /** It writes on another legal basis: consent changes nothing. */
    NOT_NEEDED,
    GRANTED,
    /** Nobody has asked, or the answer has run out. */
    UNANSWERED,
    /** Refused or withdrawn. */
    DENIED,
    /** What is known of the consent may be out of date. */
    IN_DOUBT
}
