package no.brevdue.identity.family;

/** Why somebody has a guardian (vergemål), or an attorney appointed in advance (fremtidsfullmakt). */
public enum GuardianshipType {
    SINGLE_MINOR_ASYLUM_SEEKER,
    SINGLE_MINOR_REFUGEE,
    ADULT,
    TEMPORARY_FOR_ADULT,
    MINOR,
    TEMPORARY_FOR_MINOR,
    MANAGEMENT_OUTSIDE_GUARDIANSHIP,
    CONFIRMED_FUTURE_POWER_OF_ATTORNEY,

    /** The register says something new. */
    UNKNOWN;

    /** As Persontjenesten spells it. */
    public static GuardianshipType of(String spelled) {
        return switch (spelled) {
            case "SingleMinorAsylumSeeker" -> SINGLE_MINOR_ASYLUM_SEEKER;
            case "SingleMinorRefugee" -> SINGLE_MINOR_REFUGEE;
            case "Adult" -> ADULT;
            case "TemporaryForAdult" -> TEMPORARY_FOR_ADULT;
            case "Minor" -> MINOR;
            case "TemporaryForMinor" -> TEMPORARY_FOR_MINOR;
            case "ManagementOutsideGuardianship" -> MANAGEMENT_OUTSIDE_GUARDIANSHIP;
            case "ConfirmedFuturePowerOfAttorney" -> CONFIRMED_FUTURE_POWER_OF_ATTORNEY;
            default -> UNKNOWN;
        };
    }
}
