package no.brevdue.contracts.consent.v1;

import java.util.Locale;
import java.util.UUID;

/**
 * A person wants the newsletter, and is mailed a code first: whoever reads it there, and is logged in, confirms.
 *
 * @param requestId the request, at random; the partition key
 * @param version always 1: a code is asked for once
 * @param alias the person, as an alias
 */
public record NewsletterRequested(UUID requestId, long version, UUID alias) implements ConsentEvent {

    private static final int CODES = 1_000_000;

    @Override
    public String key() {
        return requestId.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }

    /** Six digits of the request's id, which its person is never shown otherwise. */
    public String code() {
        return code(requestId);
    }

    public static String code(UUID requestId) {
        return String.format(Locale.ROOT, "%06d", Math.floorMod(requestId.getLeastSignificantBits(), (long) CODES));
    }
}
