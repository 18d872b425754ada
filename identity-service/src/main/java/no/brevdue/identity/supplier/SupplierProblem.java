package no.brevdue.identity.supplier;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when suppliers are let in or out. */
public enum SupplierProblem implements ProblemType {
    SUPPLIER_NOT_FOUND(
            Kind.NOT_FOUND, 1172, "The organisation lets no such supplier act for it. GET the list of those it does."),
    SUPPLIER_IS_ITSELF(Kind.INVALID, 1173, "An organisation needs nobody's leave to act for itself."),
    SCOPE_CANNOT_BE_LET(
            Kind.INVALID,
            1174,
            "No system can act by this scope, or only the organisation itself. The description of the operation lists those that"
                    + " can be let.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    SupplierProblem(Kind kind, int code, String meaning) {
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
