package no.brevdue.consent.acceptance;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why an acceptance is refused. */
enum AcceptanceProblem implements ProblemType {
    TERMS_NOT_CURRENT;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public int code() {
        return 1202;
    }

    @Override
    public String slug() {
        return "terms-not-current";
    }

    @Override
    public String meaning() {
        return "Only the version that applies now can be accepted. The detail names it; show it and ask again.";
    }
}
