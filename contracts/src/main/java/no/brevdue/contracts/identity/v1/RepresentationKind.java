package no.brevdue.contracts.identity.v1;

/** By which right somebody acts for another. */
public enum RepresentationKind {
    /** Parental responsibility (foreldreansvar). */
    PARENT,

    /** Given by the person (fullmakt). */
    POWER_OF_ATTORNEY,

    /** Appointed for the person (verge), who has been certified to lack capacity. */
    GUARDIAN,

    /** Nearest relative (nærmeste pårørende) named in a certificate that the person lacks capacity. */
    NEXT_OF_KIN
}
