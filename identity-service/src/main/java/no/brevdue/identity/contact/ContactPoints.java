package no.brevdue.identity.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.Language;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Where a person may be told something now, and in which language. A channel that may not be used is left out.
 *
 * @param asOf when the contact register said so
 * @param stale the register could not be asked lately, and its answer is older than it should be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactPoints(@Nullable String email, @Nullable String mobile, Language language, Instant asOf, boolean stale) {

    boolean reachesSomebody() {
        return email != null || mobile != null;
    }

    /** Leaves out what somebody is reached by who must not be told. */
    ContactPoints without(Set<String> taboo) {
        return new ContactPoints(
                email == null || taboo.contains(comparable(email)) ? null : email,
                mobile == null || taboo.contains(comparable(mobile)) ? null : mobile,
                language,
                asOf,
                stale);
    }

    /** The same address may be written in more than one way. */
    static String comparable(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "ContactPoints[***]";
    }
}
