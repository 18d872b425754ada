package no.brevdue.identity.contact;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when contact points are looked up or changed. */
enum ContactProblem implements ProblemType {
    INVALID_EMAIL(Kind.INVALID, 1120, "That is no e-mail address, or one that cannot stand in a mail."),
    INVALID_MOBILE(Kind.INVALID, 1121, "That is no mobile number. Without a country code it is read as Norwegian.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    ContactProblem(Kind kind, int code, String meaning) {
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
