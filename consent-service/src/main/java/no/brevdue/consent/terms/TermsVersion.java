package no.brevdue.consent.terms;

import java.time.Instant;

/**
 * One version of the terms.
 *
 * @param termsId which terms, such as {@code terms-of-use}
 * @param sha256 SHA-256 of the text in Bokmål, hexadecimal: what an acceptance is an acceptance of
 */
public record TermsVersion(String termsId, long version, Instant effectiveAt, String sha256) {}
