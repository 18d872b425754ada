package no.brevdue.mailbox.message;

import java.util.Locale;

/** Why an organisation writes to a person; shown to the person in the access log. */
public enum Purpose {
    /** Health care for this person. */
    TREATMENT,
    /** Appointments, payment and other practical matters. */
    ADMINISTRATION,
    /** A decision that the law requires to be told. */
    DECISION;

    /** As it stands in the audit trail. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
