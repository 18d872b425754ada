package no.brevdue.local.people;

/** Organisations that do not exist; real organisation numbers start with 8 or 9. */
public enum SyntheticOrganization {
    SOLVANG("Solvang legesenter", "100100673"),
    FJORD("Fjord sykehus", "100200309"),
    GP_OFFICE("Bakken fastlegekontor", "100200406"),
    /** Sends on behalf of the hospital. */
    EHR_VENDOR("Journalsystem AS", "100200503"),
    /** Runs Brevdue, and asks the registers in its own name. */
    BREVDUE("Brevdue", "100200600");

    private final String title;
    private final String number;

    SyntheticOrganization(String title, String number) {
        this.title = title;
        this.number = number;
    }

    public String title() {
        return title;
    }

    public String number() {
        return number;
    }
}
