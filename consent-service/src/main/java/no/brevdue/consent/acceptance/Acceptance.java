package no.brevdue.consent.acceptance;

import no.brevdue.contracts.consent.v1.TermsAccepted;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's acceptance of one version of the terms.
 *
 * @param alias what the person was logged in as
 * @param sha256 hash of the version, so that it can be shown what was accepted
 * @param acr how the person had logged in
 * @param factVersion its number among all decisions of the alias
 */
public record Acceptance(
        UUID alias,
        String termsId,
        long termsVersion,
        String sha256,
        Instant acceptedAt,
        String acr,
        long factVersion) {

    TermsAccepted fact() {
        return new TermsAccepted(alias, factVersion, termsId, termsVersion, acceptedAt);
    }
}
