package no.brevdue.consent.ledger;

/** What a person says about one consent. */
public enum Decision {
    GRANT,
    REFUSE,
    WITHDRAW,
    RENEW
}
