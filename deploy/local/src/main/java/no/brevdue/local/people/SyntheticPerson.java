package no.brevdue.local.people;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who does not exist, as the registers know them.
 *
 * @param key what the person is called on the command line
 * @param parents keys of those with parental responsibility
 */
public record SyntheticPerson(
        String key,
        String givenName,
        String familyName,
        LocalDate birthDate,
        String number,
        String address,
        Protection protection,
        @Nullable LocalDate deceased,
        List<String> parents,
        @Nullable ContactData contact) {

    public SyntheticPerson numbered(String another) {
        return new SyntheticPerson(
                key, givenName, familyName, birthDate, another, address, protection, deceased, parents, contact);
    }

    /** FREG: graderingsnivaa. */
    public enum Protection {
        UNCLASSIFIED,
        STRICTLY_CONFIDENTIAL
    }

    /** What the person told the contact register, and how long ago. */
    public record ContactData(
            String language,
            @Nullable String email,
            @Nullable String mobile,
            Duration emailAge,
            Duration mobileAge) {}

    @Override
    public String toString() {
        return "SyntheticPerson[" + key + "]";
    }
}
