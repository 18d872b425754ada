package no.brevdue.audit.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * On which ground a controller writes to the person now.
 *
 * @param consent what the person has said, where the basis is consent
 */
@Schema(name = "Ground")
public record Ground(Basis basis, @Nullable Consent consent) {

    /** Nobody can know now: the source is silent, or a fact is missing or unreadable. */
    static final Ground IN_DOUBT = new Ground(Basis.IN_DOUBT, null);

    /** What makes the letters lawful. */
    @Schema(name = "GroundBasis")
    public enum Basis {
        LAW,
        CONTRACT,
        CONSENT,
        IN_DOUBT
    }

    /** What became of the consent. */
    @Schema(name = "GroundConsent")
    public enum Consent {
        GRANTED,
        REFUSED,
        WITHDRAWN,
        EXPIRED,
        UNANSWERED
    }
}
