package no.brevdue.mailbox.batch;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with a batch that is sent as a whole. */
public enum BatchProblem implements ProblemType {
    BATCH_REFUSED(
            Kind.CONFLICT,
            1387,
            "Another letter of the batch was refused, therefore this one was not stored either. Correct the other and send"
                    + " the whole again under a new key."),
    REFERENCE_REPEATED(
            Kind.CONFLICT,
            1390,
            "An earlier letter of the same batch has this reference; this one was not stored. Give it a reference of its own."),
    BATCH_NOT_FOUND(Kind.NOT_FOUND, 1388, "The organisation has staged no such batch. Check the id."),
    BATCH_EXPIRED(
            Kind.CONFLICT,
            1389,
            "The batch was not committed in time; its letters have come back, and nobody has seen them. Send it anew"
                    + " under a new key.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    BatchProblem(Kind kind, int code, String meaning) {
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
