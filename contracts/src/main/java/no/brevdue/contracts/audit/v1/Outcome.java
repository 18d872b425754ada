package no.brevdue.contracts.audit.v1;

/** How it ended. */
public enum Outcome {
    /** It happened. */
    DONE,

    /** It was refused. */
    REFUSED
}
