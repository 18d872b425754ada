package no.brevdue.platform.event;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why an operator's wish about a record in quarantine is not fulfilled. */
public enum QuarantineProblem implements ProblemType {
    NO_SUCH_QUARANTINED_RECORD(
            Kind.NOT_FOUND, 1040, "No record with this id waits in quarantine; it may have been resolved meanwhile."),
    RECORD_STILL_FAILS(
            Kind.CONFLICT,
            1041,
            "The record, or one that waits behind it, still cannot be applied. Nothing was changed; the log says why.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    QuarantineProblem(Kind kind, int code, String meaning) {
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
