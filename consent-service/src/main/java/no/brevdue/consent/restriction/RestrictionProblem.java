package no.brevdue.consent.restriction;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with restrictions. */
enum RestrictionProblem implements ProblemType {
    RESTRICTION_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public int code() {
        return 1220;
    }

    @Override
    public String meaning() {
        return "The person denies nobody access under this id.";
    }
}
