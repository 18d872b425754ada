package no.brevdue.consent.terms;

import no.brevdue.contracts.consent.v1.TermsChange;

import java.time.Instant;

/**
 * One version of a document.
 *
 * @param termsId which document, such as {@code terms-of-use}
 * @param sha256 SHA-256 over the texts in every language, hexadecimal: what an acceptance is an acceptance of
 * @param change what it changes of the version before
 */
public record TermsVersion(String termsId, long version, Instant effectiveAt, String sha256, TermsChange change) {}
