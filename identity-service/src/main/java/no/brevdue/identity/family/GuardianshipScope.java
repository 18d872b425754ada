package no.brevdue.identity.family;

/** What a guardian decides about. Health is personal. */
public enum GuardianshipScope {
    PERSONAL,
    FINANCIAL,
    BOTH;

    /** As Persontjenesten spells it. What is not said to be personal is financial: that opens nothing. */
    public static GuardianshipScope of(String spelled, boolean personal) {
        GuardianshipScope said = switch (spelled) {
            case "PersonalInterests" -> PERSONAL;
            case "PersonalAndFinancialInterests", "ImmigrationPersonalAndFinancialInterests" -> BOTH;
            default -> FINANCIAL;
        };
        return personal ? said : FINANCIAL;
    }
}
