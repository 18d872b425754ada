package no.brevdue.local.people;

import java.time.LocalDate;
import java.util.function.Predicate;

/** Makes identity numbers of Skatteetaten's synthetic population: the month is 80 higher than any real one. */
public final class SyntheticNumbers {

    private static final int[] FIRST_WEIGHTS = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final int D_NUMBER = 40;

    private SyntheticNumbers() {}

    /** The first number for somebody born that day whose both check digits exist. Even individual numbers are women's. */
    static String of(LocalDate born, boolean woman) {
        return first(born, 0, number -> isWoman(number) == woman);
    }

    /** The first D-number for somebody born that day. */
    static String dNumber(LocalDate born) {
        return first(born, D_NUMBER, number -> true);
    }

    /** The first birth number for somebody born that day that is {@code wanted}. */
    public static String birthNumber(LocalDate born, Predicate<String> wanted) {
        return first(born, 0, wanted);
    }

    private static boolean isWoman(String number) {
        return number.charAt(8) % 2 == 0;
    }

    private static String first(LocalDate born, int added, Predicate<String> wanted) {
        int century = born.getYear() < 2000 ? 0 : 500;
        for (int individual = century; individual < century + 500; individual++) {
            String nine = "%02d%02d%02d%03d"
                    .formatted(
                            born.getDayOfMonth() + added, born.getMonthValue() + 80, born.getYear() % 100, individual);
            int first = checkDigit(nine, FIRST_WEIGHTS);
            int second = first == 10 ? 10 : checkDigit(nine + first, SECOND_WEIGHTS);
            if (second != 10 && wanted.test(nine + first + second)) {
                return nine + first + second;
            }
        }
        throw new IllegalStateException("No number is left for that day");
    }

    private static int checkDigit(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11;
    }
}
