package no.brevdue.contracts.consent.v1;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything a person has decided, said again. Heals a projection that missed something.
 *
 * @param alias the person, as an alias; the partition key
 * @param version version of everything the person has decided, from 1; a projection applies only a higher one
 * @param consents every consent and its state
 * @param restrictions who is denied access now
 * @param termsId which terms were accepted last
 * @param termsVersion which version of them
 */
public record PersonDecisionsRestated(
        UUID alias,
        long version,
        List<Standing> consents,
        List<Denied> restrictions,
        @Nullable String termsId,
        @Nullable Long termsVersion)
        implements ConsentEvent, PersonDecision {

    public PersonDecisionsRestated {
        consents = List.copyOf(consents);
        restrictions = List.copyOf(restrictions);
    }

    @Override
    public boolean wholeState() {
        return true;
    }

    /** What holds of one consent. */
    public record Standing(
            UUID consentId,
            String controller,
            String purpose,
            ConsentState state,
            @Nullable Instant expiresAt) {}

    /** Somebody who is denied access. */
    public record Denied(DeniedKind kind, String target) {}
}
