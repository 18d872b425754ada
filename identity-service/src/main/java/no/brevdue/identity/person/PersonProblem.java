package no.brevdue.identity.person;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when people ask for what is theirs. */
enum PersonProblem implements ProblemType {
    NOT_REGISTERED(
            Kind.NOT_FOUND,
            1101,
            "Nobody has sent this person a letter yet, so nothing is known of them here. The first letter changes that."),
    LOGIN_REPORTED_DEAD(
            Kind.FORBIDDEN,
            1102,
            "The population register reports the death of whoever this login belongs to. If that is wrong, the register takes it"
                    + " back, and everything is as before."),
    DEACTIVATED(
            Kind.CONFLICT,
            1190,
            "The person has deactivated their profile. It shows and changes nothing until DELETE /v1/me/deactivation.");

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
