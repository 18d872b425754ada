package no.brevdue.consent.decide;

import no.brevdue.consent.terms.TermsVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One decision a person has to make.
 *
 * @param documentId what to show
 * @param version which version of it
 * @param controller who would process the data, where a consent is asked for
 */
@Schema(name = "PendingDecision")
public record PendingDecision(
        Kind kind,
        Why why,
        String documentId,
        long version,
        @Nullable String controller,
        @Nullable String purpose) {

    /** What is asked for. */
    public enum Kind {
        TERMS,
        CONSENT,
        /** Nothing to decide: a change to show where it is seen. */
        NOTICE
    }

    /** Why it is asked for. */
    public enum Why {
        /** No letter is opened before. */
        GATES_OPENING,
        /** The version accepted before applies until this one is accepted. */
        TAKES_RIGHTS_AWAY,
        /** A letter of this controller waits for the answer. */
        LETTER_WAITS,
        /** The document changes in a way that matters: shown from its announcement until a month after it applies. */
        CHANGED,
        /** What was consented to has changed in a way that matters: the consent holds, and is to be renewed. */
        TEXT_CHANGED,
        /** The feature is used for the first time, or the consent to it has ended. */
        FIRST_USE
    }

    static PendingDecision notice(TermsVersion version) {
        return new PendingDecision(Kind.NOTICE, Why.CHANGED, version.termsId(), version.version(), null, null);
    }

    static PendingDecision terms(TermsVersion version, Why why) {
        return new PendingDecision(Kind.TERMS, why, version.termsId(), version.version(), null, null);
    }
}
