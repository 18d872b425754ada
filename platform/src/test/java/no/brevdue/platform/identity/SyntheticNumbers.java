package no.brevdue.platform.identity;

import no.brevdue.platform.identity.NationalIdentityNumber.Kind;

import java.util.Optional;

/** Numbers of people who do not exist, shaped like those of the national test registers. */
public final class SyntheticNumbers {

    private static final int[] FIRST_WEIGHTS = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final int TENOR = 80;

    private SyntheticNumbers() {}

    /** The n-th adult of a town that has as many as a test wants: always the same person for the same n. */
    public static NationalIdentityNumber person(int n) {
        int found = -1;
        for (int candidate = 0; ; candidate++) {
            Optional<String> number = tenor(candidate);
            if (number.isPresent() && ++found == n) {
                return new NationalIdentityNumber(number.get(), Kind.BIRTH);
            }
        }
    }

    /** Reads numbers as production does, which knows none of these people. */
    public static NationalIdentityNumbers unknownInProduction() {
        return new NationalIdentityNumbers(Environment.PRODUCTION);
    }

    private static Optional<String> tenor(int candidate) {
        int individual = candidate % 500;
        int day = candidate / 500 % 28 + 1;
        int month = candidate / 14_000 % 12 + 1;
        int year = candidate / 168_000 % 60 + 40;
        return complete("%02d%02d%02d%03d".formatted(day, month + TENOR, year, individual), 0);
    }

    /** Appends the check digits; nothing if the register would skip the number because one of them would be ten. */
    static Optional<String> complete(String nineDigits, int firstRemainder) {
        int first = checkDigit(nineDigits, firstRemainder, FIRST_WEIGHTS);
        if (first == 10) {
            return Optional.empty();
        }
        int second = checkDigit(nineDigits + first, 0, SECOND_WEIGHTS);
        return second == 10 ? Optional.empty() : Optional.of(nineDigits + first + second);
    }

    private static int checkDigit(String digits, int remainder, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return Math.floorMod(remainder - sum, 11);
    }
}
