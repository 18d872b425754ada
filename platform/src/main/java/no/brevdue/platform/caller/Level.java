package no.brevdue.platform.caller;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** How sure the login was about who somebody is, by the European levels; the lowest is no level for us. */
public enum Level {
    SUBSTANTIAL("idporten-loa-substantial", "3"),
    HIGH("idporten-loa-high", "4");

    private final String acr;
    private final String helseId;

    Level(String acr, String helseId) {
        this.acr = acr;
        this.helseId = helseId;
    }

    static Optional<Level> ofAcr(@Nullable String acr) {
        for (Level level : values()) {
            if (level.acr.equals(acr)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    static Optional<Level> ofHelseId(@Nullable String securityLevel) {
        for (Level level : values()) {
            if (level.helseId.equals(securityLevel)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** The name by which a client asks ID-porten for this level. */
    public String acr() {
        return acr;
    }

    boolean reaches(Level needed) {
        return compareTo(needed) >= 0;
    }
}
