package no.brevdue.mailbox.supplier;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What a supplier may not do in an organisation's name. */
public enum SupplierProblem implements ProblemType {
    SUPPLIER_ACTS_FOR_ITSELF(
            Kind.FORBIDDEN,
            1384,
            "Only the organisation itself, with a token that names no supplier, may do this: it decides who follows letters.");

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
