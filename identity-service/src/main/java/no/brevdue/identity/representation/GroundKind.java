package no.brevdue.identity.representation;

/** What can be said that bears on who may act for whom; what the registers say is not among it. */
public enum GroundKind {
    /** A person lets another act (fullmakt). */
    POWER_OF_ATTORNEY,

    /** A parent lets a child of 13 to 15 log in. */
    LOGIN_CONSENT,

    /** A child does not want its parents to see; the clinic decides. */
    OBJECTION,

    /** A clinician stops disclosure to whoever acts for a child (pasient- og brukerrettighetsloven § 3-4). */
    BLOCK,

    /** A person lacks capacity to consent (mangler samtykkekompetanse). */
    INCAPACITY,

    /** A person lacks capacity, and this is their nearest relative. */
    NEXT_OF_KIN
}
