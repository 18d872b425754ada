package no.brevdue.identity.organization;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with organisations and those who look after them. */
public enum OrganizationProblem implements ProblemType {
    NOT_FOUND(
            Kind.NOT_FOUND,
            1170,
            "organization-not-found",
            "The address register knows no such organisation now, or the caller has no such role in it."),
    NO_SUPERUSER(
            Kind.NOT_FOUND,
            1171,
            "superuser-not-found",
            "There is no such superuser in this organisation. GET the list for the ids.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    OrganizationProblem(Kind kind, int code, String slug, String meaning) {
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
