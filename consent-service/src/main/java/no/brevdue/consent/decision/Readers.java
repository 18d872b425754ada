package no.brevdue.consent.decision;

import java.util.List;

/** Who acts on what people decide, and says so. */
public final class Readers {

    public static final String MAILBOX = "mailbox";
    public static final String NOTIFICATION = "notification";
    public static final String AUDIT = "audit";

    /** A decision is effective once all of these have said that they act on it. */
    public static final List<String> ALL = List.of(MAILBOX, NOTIFICATION, AUDIT);

    private Readers() {}
}
