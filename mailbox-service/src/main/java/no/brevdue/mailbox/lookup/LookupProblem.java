package no.brevdue.mailbox.lookup;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when a sender looks for its letters. */
public enum LookupProblem implements ProblemType {
    SEARCH_CURSOR(
            Kind.INVALID, 1380, "The cursor is none of this search. Send next of a page, or leave it out to start."),
    SEARCH_PERIOD_IMPOSSIBLE(
            Kind.INVALID,
            1381,
            "A period ends after it begins and is 31 days long at most. Ask for several shorter ones.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    LookupProblem(Kind kind, int code, String meaning) {
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
