package no.brevdue.identity.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** One for each letter that was asked about, in the same order. */
record ContactAnswers(List<ContactAnswer> answers) {

    ContactAnswers {
        answers = List.copyOf(answers);
    }

    /**
     * How to reach whoever may read a letter.
     *
     * @param alias as asked
     * @param contact absent if nobody is registered under the alias
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactAnswer(UUID alias, @Nullable ContactPoints contact) {}
}
