package no.brevdue.mailbox.inbox;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can stand between a reader and a letter. */
public enum InboxProblem implements ProblemType {
    CURSOR(
            Kind.INVALID,
            1320,
            "cursor-unreadable",
            "The cursor was not made by this service. Start again without one."),
    TERMS_NOT_ACCEPTED(
            Kind.CONFLICT,
            1321,
            "terms-not-accepted",
            "The terms in force have not been accepted. Read them at /v1/terms/current, accept them at"
                    + " /v1/me/terms-acceptances of consent-service, then open the letter again."),
    NOT_OPENED(
            Kind.CONFLICT,
            1322,
            "letter-not-opened",
            "Attachments can be downloaded and letters confirmed, answered or archived once the letter has been opened. Open it first.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    InboxProblem(Kind kind, int code, String slug, String meaning) {
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
