package no.brevdue.mailbox.inbox;

/** What the person can do now; a front end shows it as the button. */
public enum NextStep {
    /** Content needs a login at level high. */
    LOG_IN_AT_LEVEL_HIGH,
    /** The terms in force must be accepted first. */
    ACCEPT_TERMS,
    OPEN,
    CONFIRM,
    NONE
}
