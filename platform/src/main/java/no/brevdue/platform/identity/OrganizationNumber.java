package no.brevdue.platform.identity;

import static no.brevdue.platform.identity.OrganizationNumberProblem.ORGANIZATION_NUMBER_INVALID;

/**
 * A checked organisasjonsnummer, of a legal entity or of one of its units. The first digit is free: real numbers begin
 * with 8 or 9, those of the health network's test organisations do not.
 */
public record OrganizationNumber(String value) {

    private static final int LENGTH = 9;
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final String ISO_6523 = "0192:";

    /**
     * Checks the number.
     *
     * @throws no.brevdue.platform.problem.ProblemException if {@code value} is no organisation number
     */
    public OrganizationNumber {
        if (!Checksum.isDigits(value, LENGTH)) {
            throw ORGANIZATION_NUMBER_INVALID.because("An organisation number is nine digits, without spaces.");
        }
        if (Checksum.remainder(value, WEIGHTS) != 0) {
            throw ORGANIZATION_NUMBER_INVALID.because("The check digit does not fit the organisation number.");
        }
    }

    public static OrganizationNumber of(String value) {
        return new OrganizationNumber(value);
    }

    /** Reads the form that tokens carry: {@code 0192:<nine digits>}. */
    public static OrganizationNumber fromIso6523(String text) {
        if (!text.startsWith(ISO_6523)) {
            throw ORGANIZATION_NUMBER_INVALID.because("An organisation in ISO 6523 form begins with 0192:.");
        }
        return of(text.substring(ISO_6523.length()));
    }

    public String toIso6523() {
        return ISO_6523 + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
