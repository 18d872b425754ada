package no.brevdue.identity.renewal;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with a renewal. */
enum RenewalProblem implements ProblemType {
    NO_SUCH_RENEWAL;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public int code() {
        return 1160;
    }

    @Override
    public String meaning() {
        return "No renewal of aliases with this id was started here.";
    }
}
