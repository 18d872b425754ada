package no.brevdue.platform.identity;

/** The weighted sum modulo 11 that Norwegian registers guard their numbers with. */
final class Checksum {

    private Checksum() {}

    /** The remainder over as many leading digits as there are weights. */
    static int remainder(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum % 11;
    }

    static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** Digits as the registers write them: other scripts have digits too, and must not pass. */
    static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
