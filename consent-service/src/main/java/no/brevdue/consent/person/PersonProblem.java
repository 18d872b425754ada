package no.brevdue.consent.person;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why somebody does not decide. */
enum PersonProblem implements ProblemType {
    NOT_OLD_ENOUGH(
            Kind.FORBIDDEN,
            1216,
            "The person may not consent alone: under 13 the parents decide, from 13 to 15 a parent must let them."),
    PERSON_NOT_KNOWN(
            Kind.CONFLICT,
            1217,
            "Nobody has sent this person a letter yet, so their age is not known here. The first letter changes that."),
    NOT_DECIDED_FOR(
            Kind.NOT_FOUND,
            1218,
            "There is nobody with this id for whom the caller may decide now. GET /v1/me/representations of"
                    + " identity-service says for whom they act; parents decide for children under 13, and nobody by a"
                    + " power of attorney."),
    CALLER_REPORTED_DEAD(
            Kind.FORBIDDEN,
            1221,
            "The population register reports the death of whoever is logged in: nothing is read or decided under this login"
                    + " until the report is taken back.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    PersonProblem(Kind kind, int code, String meaning) {
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
