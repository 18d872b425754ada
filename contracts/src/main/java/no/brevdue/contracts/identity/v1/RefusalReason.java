package no.brevdue.contracts.identity.v1;

/** Why a number was not registered as a person. */
public enum RefusalReason {
    /** The population register knows nobody with this number. */
    NO_SUCH_PERSON,

    /** The sealed number does not belong to the alias it was sent with. */
    ALIAS_MISMATCH,

    /** The sealed number could not be opened. */
    UNREADABLE
}
