package no.brevdue.identity.notice;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with codes and notices. */
enum NoticeProblem implements ProblemType {
    TOO_MANY_CODES(Kind.TOO_MANY_REQUESTS, 1124, "Five codes were sent within an hour. Try again later."),
    NO_CODE_AWAITED(
            Kind.CONFLICT,
            1125,
            "No code is awaited: none was asked for, it is older than fifteen minutes, or it was guessed wrongly five times."
                    + " Ask for a new one."),
    WRONG_CODE(Kind.INVALID, 1126, "That is not the code that was sent. After five wrong ones it is worth nothing."),
    NO_SUCH_NOTICE(Kind.NOT_FOUND, 1127, "There is no such notice, or it is over: nothing is to be sent any more.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    NoticeProblem(Kind kind, int code, String meaning) {
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
