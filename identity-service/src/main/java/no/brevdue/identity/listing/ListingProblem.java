package no.brevdue.identity.listing;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with calendar and directory fields. */
public enum ListingProblem implements ProblemType {
    LISTING_TIMES_IMPOSSIBLE(
            Kind.INVALID,
            1186,
            "Hours of one day and days of absence end after they begin, and do not overlap. Correct them and send all again."),
    PHONE_INVALID(Kind.INVALID, 1187, "That is no phone number. Without a country code it is read as Norwegian.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    ListingProblem(Kind kind, int code, String meaning) {
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
