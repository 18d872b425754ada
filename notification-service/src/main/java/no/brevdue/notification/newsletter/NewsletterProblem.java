package no.brevdue.notification.newsletter;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with newsletters. */
enum NewsletterProblem implements ProblemType {
    ANOTHER_TEXT;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public int code() {
        return 1401;
    }

    @Override
    public String slug() {
        return "newsletter-exists";
    }

    @Override
    public String meaning() {
        return "A newsletter with another text has been written under this id. Take a new id.";
    }
}
