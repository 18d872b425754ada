package no.brevdue.platform.caller;

import no.brevdue.contracts.identity.v1.RepresentationKind;

/** Acting for another: how a request names whom, and what goes on record as the purpose. */
public final class OnBehalf {

    /** Opaque id of the person for whom the caller acts, as {@code GET /v1/me/representations} of identity-service gives it. */
    public static final String HEADER = "Brevdue-On-Behalf-Of";

    /** The purpose of whoever acts for themselves. */
    public static final String OWN_USE = "own-use";

    private OnBehalf() {}

    /** By which right somebody acts. */
    public static String purpose(RepresentationKind kind) {
        return switch (kind) {
            case PARENT -> "on-behalf-as-parent";
            case POWER_OF_ATTORNEY -> "on-behalf-by-power-of-attorney";
            case GUARDIAN -> "on-behalf-as-guardian";
            case NEXT_OF_KIN -> "on-behalf-as-next-of-kin";
        };
    }
}
