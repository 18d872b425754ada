package no.brevdue.mailbox.routing;

/** Whether the recipient is called what the sender believes. */
public enum NameCheck {
    /** The sender has said nothing about it. */
    NOT_ASKED,

    /** identity-service has not answered yet. */
    AWAITED,
    MATCHES,
    DIFFERS,
    NOT_COMPARED
}
