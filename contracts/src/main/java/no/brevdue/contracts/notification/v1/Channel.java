package no.brevdue.contracts.notification.v1;

/** How a person is told. */
public enum Channel {
    /** E-mail, over SMTP. */
    EMAIL,

    /** Text message. */
    SMS
}
