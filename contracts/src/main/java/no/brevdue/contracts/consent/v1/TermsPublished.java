package no.brevdue.contracts.consent.v1;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A version of the terms applies from a time. From then on an opening asks for its acceptance.
 *
 * @param termsId which terms, such as terms-of-use; the partition key
 * @param version version of these terms, from 1
 * @param effectiveAt when the version starts to apply
 * @param sha256 SHA-256 of the text in Bokmål, hexadecimal
 * @param change what it changes; absent means something that matters
 */
public record TermsPublished(
        String termsId,
        long version,
        Instant effectiveAt,
        String sha256,
        @Nullable TermsChange change) implements ConsentEvent {

    @Override
    public String key() {
        return termsId;
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
