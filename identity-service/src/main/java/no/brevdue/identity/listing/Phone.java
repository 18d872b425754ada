package no.brevdue.identity.listing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers at which somebody answers. */
final class Phone {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phone() {}

    static String e164(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text, "NO");
            if (NUMBERS.isValidNumber(number)) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException unreadable) {
            // Refused below; the message would repeat the number.
        }
        throw ListingProblem.PHONE_INVALID.because("Nobody can be called by that number.");
    }
}
