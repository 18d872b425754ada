package no.brevdue.contracts.mailbox.v1;

/** Who a delivery is for. */
public enum RecipientKind {
    /** The patient. */
    PERSON,

    /** A copy recipient, such as the office of the general practitioner. */
    ORGANIZATION
}
