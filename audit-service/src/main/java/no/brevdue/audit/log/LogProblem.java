package no.brevdue.audit.log;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can be wrong with a question about the log. */
enum LogProblem implements ProblemType {
    NO_CHECKPOINT(
            Kind.NOT_FOUND,
            1500,
            "There is no checkpoint yet: the log is empty, or its first entries are less than a second old.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    LogProblem(Kind kind, int code, String meaning) {
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
