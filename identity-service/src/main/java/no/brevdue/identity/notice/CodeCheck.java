package no.brevdue.identity.notice;

import no.brevdue.platform.problem.ProblemException;

/** What came of a code that somebody typed in. */
public sealed interface CodeCheck {

    /** It is the one that was sent; it cannot be used again. */
    record Right(String address) implements CodeCheck {

        @Override
        public String toString() {
            return "Right[***]";
        }
    }

    /** It is another one, which has been counted, or none is awaited. To be thrown when that is committed. */
    record Refused(ProblemException problem) implements CodeCheck {}
}
