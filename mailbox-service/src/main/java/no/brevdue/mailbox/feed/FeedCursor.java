package no.brevdue.mailbox.feed;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * Where somebody is in a feed. Outside it is a text that says nothing, so that nobody counts with it.
 *
 * @param after the position, or the serial of a supplier's feed, that was read last
 */
record FeedCursor(Kind kind, long after) {

    /** A cursor of one feed is none in the other. */
    enum Kind {
        ORGANIZATION('o'),
        SUPPLIER('s');

        private final byte mark;

        Kind(char mark) {
            this.mark = (byte) mark;
        }
    }

    static FeedCursor start(Kind kind) {
        return new FeedCursor(kind, 0);
    }

    static FeedCursor parse(Kind kind, String text) {
        if (text.isEmpty()) {
            return start(kind);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == 1 + Long.BYTES && bytes.get() == kind.mark) {
                long after = bytes.getLong();
                if (after >= 0) {
                    return new FeedCursor(kind, after);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, as every other text that is no cursor.
        }
        throw FeedProblem.NO_CURSOR.because("This is no value that this feed has given as next.");
    }

    /** Nobody may go on from here and believe that nothing was missed. */
    void requireKept(List<FeedRow> next, long head) {
        long firstKept = next.isEmpty() ? head + 1 : next.getFirst().position();
        if (after > 0 && firstKept > after + 1) {
            throw FeedProblem.CURSOR_TOO_OLD.because("Events after this cursor are gone.");
        }
    }

    String text() {
        byte[] bytes = ByteBuffer.allocate(1 + Long.BYTES)
                .put(kind.mark)
                .putLong(after)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    FeedCursor at(long read) {
        return new FeedCursor(kind, read);
    }
}
