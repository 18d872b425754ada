package no.brevdue.consent.acceptance;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why an acceptance is refused. */
enum AcceptanceProblem implements ProblemType {
    TERMS_NOT_CURRENT(
            1202, "Only the version that applies now can be accepted. The detail names it; show it and ask again."),
    EXPLICIT_CONSENT_NEEDED(
            1203,
            "The version takes rights away that the person has. It is accepted explicitly or not at all; until then the"
                    + " version they accepted before applies.");

    private final int code;
    private final String meaning;

    AcceptanceProblem(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
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
