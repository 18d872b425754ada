package no.brevdue.identity.representation;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when somebody says who may act for whom. */
enum RepresentationProblem implements ProblemType {
    NOT_FOUND(
            Kind.NOT_FOUND,
            1150,
            "representation-not-found",
            "There is no such power of attorney, child, objection, block or certificate that is the caller's and holds."),
    GIVER_TOO_YOUNG(Kind.FORBIDDEN, 1151, "giver-too-young", "A power of attorney is given from the 16th birthday."),
    PERIOD(
            Kind.INVALID,
            1152,
            "period-impossible",
            "The period must end after today and after it begins. Correct the days."),
    NOT_TO_ONESELF(Kind.INVALID, 1153, "not-to-oneself", "Nobody represents themselves. Name somebody else."),
    NOT_OF_AGE(
            Kind.CONFLICT,
            1154,
            "not-of-that-age",
            "This is for those under 16: from then on nobody sees their letters as a parent.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    RepresentationProblem(Kind kind, int code, String slug, String meaning) {
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
