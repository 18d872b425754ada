package no.brevdue.consent.newsletter;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why a newsletter is not confirmed. */
enum NewsletterProblem implements ProblemType {
    TOO_MANY_NEWSLETTER_CODES(
            Kind.TOO_MANY_REQUESTS, 1240, "Five codes an hour are mailed. Look for the last one, or try again later."),
    NOTHING_TO_CONFIRM(
            Kind.CONFLICT,
            1241,
            "No code is waiting: none was asked for, it is older than a day, or it was tried too often. Ask for another."),
    WRONG_NEWSLETTER_CODE(Kind.CONFLICT, 1242, "This is not the code from the mail. After five attempts it is over.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    NewsletterProblem(Kind kind, int code, String meaning) {
        this.kind = kind;
        this.code = code;
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
    public String meaning() {
        return meaning;
    }
}
