package no.brevdue.consent.terms;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with terms. */
enum TermsProblem implements ProblemType {
    TERMS_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public int code() {
        return 1201;
    }

    @Override
    public String meaning() {
        return "There are no terms of this version, or none apply yet. Ask for the current ones.";
    }
}
