package no.brevdue.platform.outbox;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why facts are not told again. */
public enum RepublishProblem implements ProblemType {
    NOTHING_TO_REPUBLISH(Kind.CONFLICT, 1042, "This service keeps nothing that can be told again as a whole."),
    NO_SUCH_RUN(Kind.NOT_FOUND, 1043, "No republication with this id was started here.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    RepublishProblem(Kind kind, int code, String meaning) {
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
