package no.brevdue.mailbox.lookup;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of a search ended, opaque to callers. */
record Place(Instant acceptedAt, UUID id) {

    /** Before the newest letter there can be. */
    private static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    static Place parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException broken) {
            throw LookupProblem.SEARCH_CURSOR.because("Use next of a page as it was given, or none to start.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((acceptedAt + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
