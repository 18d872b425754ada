package no.brevdue.contracts.mailbox.v1;

/** Why a letter is not published yet. */
public enum HoldReason {
    /** The recipient is not known yet; identity-service has been asked. */
    AWAITING_REGISTRATION,

    /** identity-service has been asked whether the recipient is called what the sender believes. */
    AWAITING_NAME_CHECK,

    /** An attachment has not been scanned. */
    AWAITING_SCAN,

    /** The sender may write to this person only with their consent, and they have not answered yet. */
    AWAITING_CONSENT,

    /** The letter is of a batch that goes as a whole, and its sender has not committed it yet. */
    AWAITING_COMMIT,

    /** The sender asked for a later time. */
    SCHEDULED,

    /** A fact that routing needs is in doubt. */
    SYSTEM_DOUBT,

    /** The person cannot be reached digitally; another way has been ordered. */
    FALLBACK
}
