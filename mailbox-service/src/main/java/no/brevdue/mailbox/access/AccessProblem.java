package no.brevdue.mailbox.access;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why somebody does not read. */
public enum AccessProblem implements ProblemType {
    NOT_REPRESENTED(
            Kind.NOT_FOUND,
            1323,
            "not-represented",
            "There is nobody with this id for whom the caller may act now. GET /v1/me/representations of identity-service"
                    + " says for whom, with what and for how long."),
    READS_NOT_ALONE(
            Kind.FORBIDDEN,
            1327,
            "reads-not-alone",
            "The person is too young to read alone: from 16, or from 13 with a parent's consent. Or the profile is deactivated:"
                    + " DELETE /v1/me/deactivation of identity-service shows everything again."),
    MAY_NOT_ACT(
            Kind.FORBIDDEN,
            1328,
            "may-read-only",
            "The representative may read the letter but not answer for the person."),
    CONSENT_IN_DOUBT(
            Kind.UNAVAILABLE,
            1326,
            "consent-in-doubt",
            "What the person has decided cannot be known for certain now, and until it can nobody reads for another. The"
                    + " person's own letters stay readable. Try again later."),
    REPORTED_DEAD(
            Kind.FORBIDDEN,
            1329,
            "reported-dead",
            "The population register reports the death of the person, and nobody reads their letters. Nothing is lost: if the"
                    + " register is wrong, everything is back as soon as it says so. Tell the register (Skatteetaten).");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    AccessProblem(Kind kind, int code, String slug, String meaning) {
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
