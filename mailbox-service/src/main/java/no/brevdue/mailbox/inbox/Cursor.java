package no.brevdue.mailbox.inbox;

import no.brevdue.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: the last row's place in the order, opaque to callers. */
record Cursor(Instant publishedAt, UUID id) {

    /** Before the newest row there can be. */
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    static Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException broken) {
            throw unreadable();
        }
    }

    static Cursor after(InboxRow row) {
        return new Cursor(row.publishedAt(), row.id());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((publishedAt + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }

    private static ProblemException unreadable() {
        return InboxProblem.CURSOR.because("Use the cursor of a page as it was given, or none to start.");
    }
}
