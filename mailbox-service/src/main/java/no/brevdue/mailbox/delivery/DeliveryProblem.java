package no.brevdue.mailbox.delivery;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong with a delivery. */
public enum DeliveryProblem implements ProblemType {
    NOT_FOUND(
            Kind.NOT_FOUND,
            1310,
            "delivery-not-found",
            "There is no such letter here, or it is somebody else's. Check the id; look it up in the list."),
    OPENED_MEANWHILE(
            Kind.CONFLICT,
            1312,
            "opened-meanwhile",
            "Somebody has opened the letter since the fallback was ordered. Do not post it; read its state again."),
    CONFIRMED_OTHERWISE(
            Kind.CONFLICT,
            1313,
            "acknowledged-otherwise",
            "The copy has been acknowledged with the other outcome, which stands; detail says with which and when. Tell the sender"
                    + " if it was a mistake."),
    STATE(
            Kind.CONFLICT,
            1311,
            "delivery-state",
            "The letter has moved on and this step is no longer possible. Read its state again.");

    private final Kind kind;
    private final int code;
    private final String slug;
    private final String meaning;

    DeliveryProblem(Kind kind, int code, String slug, String meaning) {
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
