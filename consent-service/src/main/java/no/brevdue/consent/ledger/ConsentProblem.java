package no.brevdue.consent.ledger;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** Why a decision about a consent is refused. */
enum ConsentProblem implements ProblemType {
    CONSENT_NOT_FOUND(Kind.NOT_FOUND, 1210, "The person has decided nothing of this id."),
    UNKNOWN_PURPOSE(Kind.INVALID, 1211, "Nobody asks for consent to this purpose, or not for this controller."),
    NOTICE_NOT_CURRENT(
            Kind.CONFLICT, 1212, "The text that was shown is not the one that applies now. Show it and ask again."),
    WITHDRAW_INSTEAD(Kind.CONFLICT, 1213, "A consent that holds is not refused but withdrawn."),
    NOTHING_TO_WITHDRAW(Kind.CONFLICT, 1214, "There is no consent that holds."),
    NOTHING_TO_RENEW(Kind.CONFLICT, 1215, "There is no consent that holds; grant it instead."),
    CONFIRM_FIRST(
            Kind.CONFLICT,
            1219,
            "The newsletter takes a second word: ask for it at /v1/me/newsletter-requests and confirm it with the code from"
                    + " the mail.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    ConsentProblem(Kind kind, int code, String meaning) {
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
