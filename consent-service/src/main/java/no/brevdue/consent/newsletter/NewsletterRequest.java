package no.brevdue.consent.newsletter;

import no.brevdue.contracts.consent.v1.NewsletterRequested;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants the newsletter and has not confirmed it yet.
 *
 * @param noticeVersion version of the text they were shown, and in which language
 * @param attempts how many codes were wrong
 */
record NewsletterRequest(
        UUID requestId, UUID alias, long noticeVersion, String language, Instant expiresAt, int attempts) {

    private static final int MOST_ATTEMPTS = 5;

    NewsletterRequested fact() {
        return new NewsletterRequested(requestId, 1, alias);
    }

    boolean isOpen(Instant now) {
        return now.isBefore(expiresAt) && attempts < MOST_ATTEMPTS;
    }

    boolean isConfirmedBy(String code) {
        return fact().code().equals(code);
    }
}
