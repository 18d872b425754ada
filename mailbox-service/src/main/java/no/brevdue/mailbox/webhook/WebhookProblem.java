package no.brevdue.mailbox.webhook;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with webhooks. */
public enum WebhookProblem implements ProblemType {
    WEBHOOK_NOT_FOUND(Kind.NOT_FOUND, 1371, "The organisation has no such webhook. List the ones it has."),
    WEBHOOK_ADDRESS_REFUSED(
            Kind.INVALID,
            1372,
            "A webhook goes to https, to a name on the public internet, port 443 or 8443, without user, fragment or characters"
                    + " that could be read in two ways. Write the address like https://ehr.example.no/brevdue."),
    WEBHOOK_EXISTS(Kind.CONFLICT, 1373, "The organisation has a webhook with this address already."),
    TOO_MANY_WEBHOOKS(Kind.CONFLICT, 1374, "An organisation has five webhooks at most. Delete one first."),
    PINGED_JUST_NOW(
            Kind.TOO_MANY_REQUESTS,
            1375,
            "A webhook is pinged once in ten seconds at most. Repeat it after Retry-After."),
    REPLAY_TOO_LATE(
            Kind.CONFLICT,
            1376,
            "Events after the last one that the webhook was told are so old that they are gone. Reconcile, and replay with"
                    + " a cursor of the feed; an empty one tells all that is kept.");

    private final Kind kind;
    private final int code;
    private final String meaning;

    WebhookProblem(Kind kind, int code, String meaning) {
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
