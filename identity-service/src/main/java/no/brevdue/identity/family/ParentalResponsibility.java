package no.brevdue.identity.family;

/** Who shares parental responsibility (foreldreansvar) with somebody who has it. */
public enum ParentalResponsibility {
    /** Both parents (felles). */
    JOINT,

    /** The mother alone (mor). */
    MOTHER,

    /** The father alone (far). */
    FATHER,

    /** The co-mother alone (medmor). */
    CO_MOTHER,

    /** Somebody else (andre). */
    OTHER,

    /** The register does not say, or says something new (ukjent). */
    UNKNOWN;

    /** As Persontjenesten spells it. */
    public static ParentalResponsibility of(String spelled) {
        return switch (spelled) {
            case "Joint" -> JOINT;
            case "Mother" -> MOTHER;
            case "Father" -> FATHER;
            case "CoMother" -> CO_MOTHER;
            case "Other" -> OTHER;
            default -> UNKNOWN;
        };
    }
}
