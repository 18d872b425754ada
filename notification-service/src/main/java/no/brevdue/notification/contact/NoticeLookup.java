package no.brevdue.notification.contact;

import no.brevdue.contracts.identity.v1.Language;
import org.jspecify.annotations.Nullable;

/** What identity-service said when asked for a notice about somebody's contact points. */
public sealed interface NoticeLookup {

    /**
     * It is to be sent.
     *
     * @param code six digits, for a notice that carries one
     */
    record Due(
            EmailAddress email, Language language, @Nullable String code) implements NoticeLookup {

        @Override
        public String toString() {
            return "Due[***]";
        }
    }

    /** Nothing is to be sent any more. */
    record Over() implements NoticeLookup {}

    /** Nobody knows. Ask again later. */
    record Away() implements NoticeLookup {}
}
