package no.brevdue.mailbox.recall;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when a breach is asked for. */
public enum RecallProblem implements ProblemType {
    NO_SUCH_BREACH;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public int code() {
        return 1365;
    }

    @Override
    public String slug() {
        return "breach-not-found";
    }

    @Override
    public String meaning() {
        return "There is no such breach, or it is about another organisation's letter. Check the id.";
    }
}
