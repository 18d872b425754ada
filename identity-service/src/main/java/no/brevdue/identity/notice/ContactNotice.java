package no.brevdue.identity.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.brevdue.contracts.identity.v1.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told now, and where.
 *
 * @param code six digits, for a notice that carries one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactNotice(
        String email, Language language, @Nullable String code) {

    @Override
    public String toString() {
        return "ContactNotice[***]";
    }
}
