package no.brevdue.identity.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.Language;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Where a person may be told something now, and in which language. A channel that may not be used is left out.
 *
 * @param asOf when the contact register said so
 * @param stale the register could not be asked lately, and its answer is older than it should be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactPoints(@Nullable String email, @Nullable String mobile, Language language, Instant asOf, boolean stale) {

    @Override
    public String toString() {
        return "ContactPoints[***]";
    }
}
