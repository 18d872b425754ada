package no.brevdue.platform.identity;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemException;
import no.brevdue.platform.problem.ProblemType;

/** Why a text is refused as a national identity number. The meaning is also the detail: it can never hold the number. */
public enum IdentityNumberProblem implements ProblemType {
    IDENTITY_NUMBER_MALFORMED(1010, "A national identity number is eleven digits, without spaces."),
    IDENTITY_NUMBER_CHECKSUM(1011, "The check digits do not fit the number: probably a typing error."),
    IDENTITY_NUMBER_DATE(1012, "The first six digits are not a date that such a number can begin with."),
    IDENTITY_NUMBER_LOCAL(
            1013,
            "This is an H-number (month + 40). It is local to the institution that issued it and means nothing here."),
    IDENTITY_NUMBER_SYNTHETIC(1014, "This number belongs to a synthetic test person. Real environments refuse them.");

    private final int code;
    private final String meaning;

    IdentityNumberProblem(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    ProblemException found() {
        return because(meaning);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
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
