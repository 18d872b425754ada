package no.brevdue.identity.postal;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why there is no address. Which reason it is stays here: that an address is protected is nobody else's business. */
enum PostalProblem implements ProblemType {
    NO_POSTAL_ADDRESS(
            Kind.NOT_FOUND,
            1140,
            "no-postal-address",
            "Nothing can be posted to this person: they are unknown, or the register has no address that may be used."),
    REGISTER_AWAY(
            Kind.UNAVAILABLE,
            1141,
            "postal-address-unknown-now",
            "The population register does not answer. Ask again after the time in Retry-After.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    PostalProblem(Kind kind, int code, String slug, String meaning) {
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
