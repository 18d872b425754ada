package no.brevdue.audit.access;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why nobody is shown an access log. */
enum AccessLogProblem implements ProblemType {
    READER_REPORTED_DEAD(
            Kind.FORBIDDEN,
            1510,
            "The population register reports the death of whoever this login belongs to. If that is wrong, the register takes it"
                    + " back, and the log is there as before.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    AccessLogProblem(Kind kind, int code, String meaning) {
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
