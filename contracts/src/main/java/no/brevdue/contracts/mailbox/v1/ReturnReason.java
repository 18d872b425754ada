package no.brevdue.contracts.mailbox.v1;

/** Why a letter went back to its sender. */
public enum ReturnReason {
    /** The population register knows nobody with this number. */
    NO_SUCH_PERSON,

    /** The recipient could not be registered within 15 minutes. */
    NOT_REGISTERED_IN_TIME,

    /** Expected name or birth date do not agree with the register. */
    RECIPIENT_MISMATCH,

    /** Whether the recipient is called what the sender believes could not be said within 15 minutes; send it again without the name. */
    NAME_NOT_CHECKED,

    /** The register reports a death; verify. */
    REPORTED_DEAD,

    /** The batch it is of was not committed in time; nobody has seen it. */
    NOT_COMMITTED
}
