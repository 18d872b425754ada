package no.brevdue.platform.identity;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why a text is refused as an organisation number. */
public enum OrganizationNumberProblem implements ProblemType {
    ORGANIZATION_NUMBER_INVALID;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public int code() {
        return 1018;
    }

    @Override
    public String meaning() {
        return "An organisation number is nine digits whose last is a check digit; ISO 6523 writes it 0192:<number>.";
    }
}
