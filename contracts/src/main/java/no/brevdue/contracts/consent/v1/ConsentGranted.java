package no.brevdue.contracts.consent.v1;

import java.time.Instant;
import java.util.UUID;

/**
 * A person has consented to one purpose of one controller.
 *
 * @param alias the person, as an alias; the partition key
 * @param version version of everything the person has decided, from 1; a projection applies only a higher one
 * @param consentId the consent, the same for all that is decided about it
 * @param controller organisation number of whoever would process the data
 * @param purpose what for, such as letters
 * @param expiresAt when it ends unless it is renewed
 */
public record ConsentGranted(
        UUID alias, long version, UUID consentId, String controller, String purpose, Instant expiresAt)
        implements ConsentEvent, ConsentDecision {

    @Override
    public ConsentState state() {
        return ConsentState.GRANTED;
    }
}
