package no.brevdue.consent.terms;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with terms. */
enum TermsProblem implements ProblemType {
    TERMS_NOT_FOUND(
            Kind.NOT_FOUND, 1201, "There are no terms of this version, or none apply yet. Ask for the current ones."),
    EFFECTIVE_TOO_LATE(
            Kind.INVALID, 1204, "A version applies within a year of its announcement, since none can come before it.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    TermsProblem(Kind kind, int code, String meaning) {
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
