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
            Place place = new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            if (isThinkable(place.acceptedAt)) {
                return place;
            }
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException broken) {
            // Told below, as every other text that is no cursor.
        }
        throw LookupProblem.SEARCH_CURSOR.because("Use next of a page as it was given, or none to start.");
    }

    /** Whether a letter can have been accepted then. */
    static boolean isThinkable(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(START.acceptedAt);
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((acceptedAt + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
