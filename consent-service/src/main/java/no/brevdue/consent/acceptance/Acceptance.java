package no.brevdue.consent.acceptance;

import no.brevdue.contracts.consent.v1.TermsAccepted;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's acceptance of one version of the terms.
 *
 * @param alias what the person was logged in as
 * @param sha256 hash of the version, so that it can be shown what was accepted
 * @param language in which it was shown
 * @param acr how whoever accepted had logged in, and when: {@code authTime}
 * @param represented for whom they acted, where it was not for themselves
 * @param factVersion its number among all decisions of the alias
 */
public record Acceptance(
        UUID alias,
        String termsId,
        long termsVersion,
        String sha256,
        String language,
        Instant acceptedAt,
        String acr,
        @Nullable Instant authTime,
        @Nullable UUID represented,
        long factVersion) {

    TermsAccepted fact() {
        return new TermsAccepted(alias, factVersion, termsId, termsVersion, acceptedAt);
    }
}
