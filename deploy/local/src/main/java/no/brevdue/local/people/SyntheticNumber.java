package no.brevdue.local.people;

import java.time.LocalDate;

/** Makes identity numbers of Skatteetaten's synthetic population: the month is 80 higher than any real one. */
final class SyntheticNumber {

    private static final int[] FIRST_WEIGHTS = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private SyntheticNumber() {}

    /** The first number for somebody born that day whose both check digits exist. Even individual numbers are women's. */
    static String of(LocalDate born, boolean woman) {
        int century = born.getYear() < 2000 ? 0 : 500;
        for (int individual = century + (woman ? 0 : 1); individual < century + 500; individual += 2) {
            String nine = "%02d%02d%02d%03d"
                    .formatted(born.getDayOfMonth(), born.getMonthValue() + 80, born.getYear() % 100, individual);
            int first = checkDigit(nine, FIRST_WEIGHTS);
            int second = first == 10 ? 10 : checkDigit(nine + first, SECOND_WEIGHTS);
            if (second != 10) {
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
