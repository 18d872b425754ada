package no.brevdue.contracts.consent.v1;

/** What kind of reader a person denies access. */
public enum DeniedKind {
    ORGANIZATION,
    PRACTITIONER
}
