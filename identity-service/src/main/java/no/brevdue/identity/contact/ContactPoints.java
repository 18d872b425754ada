package no.brevdue.identity.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.Language;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a person may be told something now, and in which language. A channel that may not be used is left out.
 *
 * @param asOf when the contact register said so
 * @param stale the register could not be asked lately, and its answer is older than it should be
 * @param others further people who may read the letter and are told as well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactPoints(
        @Nullable String email,
        @Nullable String mobile,
        Language language,
        Instant asOf,
        boolean stale,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ContactPoints> others) {

    ContactPoints {
        others = List.copyOf(others);
    }

    ContactPoints(@Nullable String email, @Nullable String mobile, Language language, Instant asOf, boolean stale) {
        this(email, mobile, language, asOf, stale, List.of());
    }

    ContactPoints with(List<ContactPoints> more) {
        return new ContactPoints(email, mobile, language, asOf, stale, more);
    }

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
