package no.brevdue.notification.newsletter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that is due.
 *
 * @param code what confirms; null where it is a newsletter
 * @param text the newsletter, by language
 * @param setbacks how many tries came to nothing
 */
record NewsletterMail(
        UUID mailId,
        UUID alias,
        @Nullable String code,
        @Nullable String text,
        int setbacks,
        Instant giveUpAt) {

    @Override
    public String toString() {
        return "NewsletterMail[" + mailId + "]";
    }
}
