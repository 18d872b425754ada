package no.brevdue.identity.practitioner;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with practitioners. */
public enum PractitionerProblem implements ProblemType {
    HPR_NUMBER(
            Kind.INVALID,
            1180,
            "hpr-number-invalid",
            "An HPR number is one to nine digits. Zeros before it are ignored."),
    NOT_FOUND(
            Kind.NOT_FOUND,
            1181,
            "practitioner-not-found",
            "There is no such practitioner or undecided claim in this organisation. GET the list for the ids."),
    NO_MATCH(
            Kind.CONFLICT,
            1182,
            "claim-does-not-match",
            "What was claimed is not what the registers say, and cannot be confirmed. Let the practitioner claim again, or log"
                    + " in with HelseID."),
    MAY_NOT_ACT(
            Kind.FORBIDDEN,
            1183,
            "practitioner-may-not",
            "The organisation has restricted, suspended or ended what this practitioner may do in its name. Its superuser can"
                    + " change that."),
    TOO_MANY_CLAIMS(
            Kind.TOO_MANY_REQUESTS,
            1184,
            "too-many-claims",
            "Five claims of this person await a decision. Wait until the organisations have decided."),
    OWN_CLAIM(
            Kind.FORBIDDEN,
            1185,
            "own-claim",
            "Nobody confirms who they are themselves. Let another superuser do so, or log in with HelseID.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    PractitionerProblem(Kind kind, int code, String slug, String meaning) {
        this.kind = kind;
        this.code = code;
        this.slug = slug;
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
    public String slug() {
        return slug;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
