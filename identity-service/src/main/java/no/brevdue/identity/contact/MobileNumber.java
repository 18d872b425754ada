package no.brevdue.identity.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * A number that can receive text messages.
 *
 * @param e164 as the networks write it: {@code +4791234567}
 */
record MobileNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String WITHOUT_COUNTRY_CODE = "NO";

    /** As people write it; Norwegian if it names no country. */
    static MobileNumber of(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text, WITHOUT_COUNTRY_CODE);
            return switch (NUMBERS.getNumberType(number)) {
                // Some countries do not tell the two apart.
                case MOBILE, FIXED_LINE_OR_MOBILE -> new MobileNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
                default -> throw refused();
            };
        } catch (NumberParseException unreadable) {
            throw refused();
        }
    }

    private static RuntimeException refused() {
        return ContactProblem.INVALID_MOBILE.because("No text message can be sent to that number.");
    }

    @Override
    public String toString() {
        return "MobileNumber[***]";
    }
}
