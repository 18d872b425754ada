package no.brevdue.identity.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.contact.ContactStatus;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person, for that person's own eyes.
 *
 * @param personId opaque; says nothing outside Brevdue
 * @param name as the population register has it
 * @param nationalIdentityNumber the one in use
 * @param age in whole years, from the register's birth date
 * @param deactivatedAt since when the person hides; everything else is left out then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Profile(
        UUID personId,
        @Nullable String name,
        @Nullable String nationalIdentityNumber,
        @Nullable LocalDate birthDate,
        @Nullable Integer age,
        @Nullable Language language,
        @Nullable ContactStatus contact,
        @Nullable Instant deactivatedAt) {

    static Profile hidden(UUID personId, Instant since) {
        return new Profile(personId, null, null, null, null, null, null, since);
    }

    /** Neither name nor number. */
    @Override
    public String toString() {
        return "Profile[" + personId + "]";
    }
}
