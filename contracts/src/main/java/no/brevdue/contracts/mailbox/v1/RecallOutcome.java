package no.brevdue.contracts.mailbox.v1;

/** What a recall found. */
public enum RecallOutcome {
    /** Nobody had opened it, and nobody can any more. */
    UNOPENED,

    /** Somebody had who should not have; it is sealed and kept as evidence. */
    SEALED,

    /** Somebody had; it stays readable and says that it is withdrawn or corrected. */
    MARKED
}
