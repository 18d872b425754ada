package no.brevdue.mailbox.recipient;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What stands before a feature that takes an agreement of its own. */
public enum AgreementProblem implements ProblemType {
    CONTACT_MISSING(
            Kind.FORBIDDEN,
            1350,
            "contact-agreement-missing",
            "Writing to a clinic takes an agreement of its own. Ask for it: GET /v1/me/pending-decisions of consent-service, with"
                    + " feature=contact and the sender of the letter as controller."),
    ARCHIVE_MISSING(
            Kind.FORBIDDEN,
            1351,
            "archive-agreement-missing",
            "The archive takes an agreement of its own. Ask for it: GET /v1/me/pending-decisions of consent-service, with"
                    + " feature=archive. What is in the archive stays readable without."),
    IN_DOUBT(
            Kind.UNAVAILABLE,
            1352,
            "agreement-in-doubt",
            "What the person has decided cannot be known for certain now, and until it can nothing is done that takes an"
                    + " agreement. Try again later.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    AgreementProblem(Kind kind, int code, String slug, String meaning) {
        this.kind = kind;
        this.code = code;
        this.slug = slug;
        this.meaning = meaning;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
