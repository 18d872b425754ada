package no.brevdue.mailbox.reply;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with a reply, besides the missing agreement. */
public enum ReplyProblem implements ProblemType {
    NOT_TAKEN(
            Kind.CONFLICT,
            1353,
            "no-replies-taken",
            "The sender takes no answers to this letter here. The letter says how it is reached."),
    TAKEN_BACK(
            Kind.CONFLICT,
            1354,
            "letter-taken-back",
            "The sender has taken the letter back or corrected it, and it is not answered any more."),
    TOO_MANY(
            Kind.CONFLICT,
            1355,
            "too-many-replies",
            "The letter has been answered as often as one letter can be. Reach the clinic another way."),
    KEY_REUSED(
            Kind.KEY_REUSED,
            1356,
            "reply-key-reused",
            "The Idempotency-Key was used for another reply. Use a new key, or repeat the first request unchanged."),
    NOT_FOUND(
            Kind.NOT_FOUND,
            1357,
            "reply-not-found",
            "There is no such reply for this organisation. Look it up in the list."),
    ACKNOWLEDGED(
            Kind.CONFLICT,
            1359,
            "reply-acknowledged-otherwise",
            "The reply has been acknowledged with the other outcome, and that stands."),
    NOT_FETCHED(
            Kind.CONFLICT,
            1358,
            "reply-not-fetched",
            "A reply is acknowledged once its content has been fetched. Fetch it first.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    ReplyProblem(Kind kind, int code, String slug, String meaning) {
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
