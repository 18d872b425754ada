package no.brevdue.identity.profile;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

import java.util.Locale;

/** What can go wrong when a person looks at their own profile. */
enum ProfileProblem implements ProblemType {
    NOT_REGISTERED(
            Kind.NOT_FOUND,
            1101,
            "Nobody has sent this person a letter yet, so nothing is known of them here. The first letter changes that.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    ProfileProblem(Kind kind, int code, String meaning) {
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
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
