package no.brevdue.mailbox.copy;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why a copy that is there cannot be read or changed. */
public enum CopyProblem implements ProblemType {
    SEALED(
            1360,
            "letter-sealed",
            "The letter was meant for somebody else and has been sealed. Nobody reads it any more; it is kept as evidence."),
    DELETED(1361, "letter-deleted", "You have deleted the letter. Restore it first; that is possible for 30 days."),
    NOT_DELETED(1362, "letter-not-deleted", "There is nothing to undo: the letter has not been deleted.");

    private final int code;
    private final String slug;
    private final String meaning;

    CopyProblem(int code, String slug, String meaning) {
        this.code = code;
        this.slug = slug;
        this.meaning = meaning;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
