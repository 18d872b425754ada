package no.brevdue.mailbox.recipient;

/** Whether a person has agreed to a feature. */
public enum Agreement {
    GIVEN,
    MISSING,
    /** What the person has decided may be out of date. */
    IN_DOUBT
}
