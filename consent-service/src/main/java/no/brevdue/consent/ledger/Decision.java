package no.brevdue.consent.ledger;

/** What a person says about one consent. */
public enum Decision {
    GRANT,
    REFUSE,
    WITHDRAW,
    RENEW;

    /** Whether a consent holds after it: that takes somebody who may consent, and who has read the text. */
    boolean consents() {
        return this == GRANT || this == RENEW;
    }
}
