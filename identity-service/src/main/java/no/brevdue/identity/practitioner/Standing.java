package no.brevdue.identity.practitioner;

import java.util.Locale;

/** What a practitioner may do in the name of an organisation. */
public enum Standing {
    ACTIVE,

    /** May look and record nothing. */
    RESTRICTED,

    /** For the time being, nothing. */
    SUSPENDED,

    /** Works there no longer. */
    ENDED;

    boolean looks() {
        return this == ACTIVE || this == RESTRICTED;
    }

    boolean acts() {
        return this == ACTIVE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
