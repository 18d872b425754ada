package no.brevdue.contracts.consent.v1;

/** What holds of a consent. Only a granted one makes anything lawful. */
public enum ConsentState {
    GRANTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED
}
