package no.brevdue.identity.practitioner;

/**
 * A number in the register of health personnel (HPR). Some write it with zeros before it: they mean nothing.
 *
 * @param value at most nine digits; it has no check digit
 */
record HprNumber(long value) {

    static HprNumber of(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,9}") || Long.parseLong(digits) == 0) {
            throw PractitionerProblem.HPR_NUMBER.because("An HPR number is one to nine digits.");
        }
        return new HprNumber(Long.parseLong(digits));
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
