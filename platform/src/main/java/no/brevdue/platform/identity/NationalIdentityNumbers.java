package no.brevdue.platform.identity;

import no.brevdue.platform.identity.NationalIdentityNumber.Kind;
import no.brevdue.platform.identity.NationalIdentityNumber.Written;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.YearMonth;
import jakarta.enterprise.context.ApplicationScoped;

import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_CHECKSUM;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_DATE;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_LOCAL;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_MALFORMED;
import static no.brevdue.platform.identity.IdentityNumberProblem.IDENTITY_NUMBER_SYNTHETIC;

/** Reads national identity numbers as this environment accepts them. */
@ApplicationScoped
public class NationalIdentityNumbers {

    private static final int LENGTH = 11;
    private static final int[] FIRST_WEIGHTS = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    /** Numbers issued from 2032 on leave a remainder of 0 to 3 in the first check; the second check is unchanged. */
    private static final int HIGHEST_REMAINDER_SINCE_2032 = 3;

    private static final int H_NUMBER = 40;
    private static final int SYNTHETIC_HEALTH_NETWORK = 65;
    private static final int SYNTHETIC_TENOR = 80;

    private final Environment environment;

    NationalIdentityNumbers(
            @ConfigProperty(name = "brevdue.environment", defaultValue = "production") Environment environment) {
        this.environment = environment;
    }

    /**
     * The number, if it is one that may be used here.
     *
     * @throws no.brevdue.platform.problem.ProblemException with an {@link IdentityNumberProblem}, never the number
     */
    public NationalIdentityNumber parse(String text) {
        if (!Checksum.isDigits(text, LENGTH)) {
            throw IDENTITY_NUMBER_MALFORMED.found();
        }
        Kind kind = kind(text);
        requireCheckDigits(text, kind);
        if (kind != Kind.COMMON_AID) {
            requireDate(text, kind);
        }
        return new NationalIdentityNumber(text, kind);
    }

    private static Kind kind(String text) {
        int first = Checksum.digit(text, 0);
        if (first >= 8) {
            return Kind.COMMON_AID;
        }
        return first >= 4 ? Kind.D_NUMBER : Kind.BIRTH;
    }

    private static void requireCheckDigits(String text, Kind kind) {
        // The change of 2032 is the tax administration's and does not extend to the health network's numbers.
        int highest = kind == Kind.COMMON_AID ? 0 : HIGHEST_REMAINDER_SINCE_2032;
        if (Checksum.remainder(text, FIRST_WEIGHTS) > highest || Checksum.remainder(text, SECOND_WEIGHTS) != 0) {
            throw IDENTITY_NUMBER_CHECKSUM.found();
        }
    }

    private void requireDate(String text, Kind kind) {
        if (!isDate(writtenDate(text, kind))) {
            throw IDENTITY_NUMBER_DATE.found();
        }
        int offset = monthOffset(twoDigits(text, 2));
        if (offset == H_NUMBER) {
            throw IDENTITY_NUMBER_LOCAL.found();
        }
        if (offset != 0 && environment != Environment.TEST) {
            throw IDENTITY_NUMBER_SYNTHETIC.found();
        }
    }

    static Written writtenDate(String text, Kind kind) {
        int day = twoDigits(text, 0) - (kind == Kind.D_NUMBER ? 40 : 0);
        int month = twoDigits(text, 2);
        return new Written(day, month - monthOffset(month), twoDigits(text, 4));
    }

    private static int monthOffset(int writtenMonth) {
        if (writtenMonth > SYNTHETIC_TENOR) {
            return SYNTHETIC_TENOR;
        }
        if (writtenMonth > SYNTHETIC_HEALTH_NETWORK) {
            return SYNTHETIC_HEALTH_NETWORK;
        }
        return writtenMonth > H_NUMBER ? H_NUMBER : 0;
    }

    /** As the register's own validator: the century is unknown, so 29 February passes in every fourth year. */
    private static boolean isDate(Written date) {
        return date.month() >= 1
                && date.month() <= 12
                && YearMonth.of(2000 + date.yearOfCentury(), date.month()).isValidDay(date.day());
    }

    private static int twoDigits(String text, int index) {
        return 10 * Checksum.digit(text, index) + Checksum.digit(text, index + 1);
    }
}
