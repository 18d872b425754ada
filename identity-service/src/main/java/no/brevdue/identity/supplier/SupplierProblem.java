package no.brevdue.identity.supplier;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when suppliers are let in or out. */
public enum SupplierProblem implements ProblemType {
    UNKNOWN(
            Kind.NOT_FOUND,
            1172,
            "supplier-not-found",
            "The organisation lets no such supplier act for it. GET the list of those it does."),
    ITSELF(Kind.INVALID, 1173, "supplier-is-itself", "An organisation needs nobody's leave to act for itself."),
    SCOPE(
            Kind.INVALID,
            1174,
            "scope-cannot-be-let",
            "No system can act by this scope, or only the organisation itself. The description of the operation lists those that"
                    + " can be let.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    SupplierProblem(Kind kind, int code, String slug, String meaning) {
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
