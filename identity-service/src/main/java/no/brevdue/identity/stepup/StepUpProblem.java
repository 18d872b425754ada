package no.brevdue.identity.stepup;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with a fresh login. */
enum StepUpProblem implements ProblemType {
    STEP_UP_NEEDED(
            Kind.FORBIDDEN,
            1130,
            "This needs a fresh login: POST /v1/me/step-ups, and then the handle from the return page in the header"
                    + " Brevdue-Step-Up. A handle is good once, for five minutes, for one operation."),
    UNKNOWN_STEP_UP(Kind.INVALID, 1131, "Nobody awaits this answer of ID-porten, or not any more."),
    TOO_MANY_STEP_UPS(Kind.TOO_MANY_REQUESTS, 1132, "Ten logins were begun within ten minutes and not ended.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    StepUpProblem(Kind kind, int code, String meaning) {
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
