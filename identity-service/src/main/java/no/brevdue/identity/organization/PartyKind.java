package no.brevdue.identity.organization;

/** What a HER-id can stand for in the address register. */
enum PartyKind {
    /** A legal entity or one of its units, with an organisation number of its own. */
    ORGANIZATION,

    /** A service or department of an organisation (tjeneste). */
    SERVICE,

    /** Somebody who works for an organisation. */
    PERSON
}
