package no.brevdue.identity.listing;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with calendar and directory fields. */
public enum ListingProblem implements ProblemType {
    TIMES(
            Kind.INVALID,
            1186,
            "listing-times-impossible",
            "Hours of one day and days of absence end after they begin, and do not overlap. Correct them and send all again."),
    PHONE(
            Kind.INVALID,
            1187,
            "phone-invalid",
            "That is no phone number. Without a country code it is read as Norwegian.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    ListingProblem(Kind kind, int code, String slug, String meaning) {
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
