package no.brevdue.contracts.consent.v1;

import java.time.Instant;
import java.util.UUID;

/**
 * A person has accepted a version of the terms; letters may be opened under it.
 *
 * @param alias the person, as the alias they logged in with; the partition key
 * @param version version of everything the person has decided, from 1; a projection applies only a higher one
 * @param termsId which terms
 * @param termsVersion the accepted version
 * @param acceptedAt when
 */
public record TermsAccepted(UUID alias, long version, String termsId, long termsVersion, Instant acceptedAt)
        implements ConsentEvent, PersonDecision {}
