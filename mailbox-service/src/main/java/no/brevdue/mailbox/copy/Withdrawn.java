package no.brevdue.mailbox.copy;

/** What the sender says of a letter that had been read before it was recalled. */
public enum Withdrawn {
    /** It does not hold any more. */
    WITHDRAWN,
    /** Another letter corrects it. */
    CORRECTED
}
