package no.brevdue.mailbox.feed;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when somebody follows letters. */
public enum FeedProblem implements ProblemType {
    NO_CURSOR(
            Kind.INVALID,
            1382,
            "What was sent as after is no cursor of this feed. Send next of an earlier page, or leave it out to start anew."),
    CURSOR_TOO_OLD(
            Kind.CONFLICT,
            1383,
            "Events after this cursor were so old that they are gone. Start anew without after, and reconcile.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    FeedProblem(Kind kind, int code, String meaning) {
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
