package no.brevdue.mailbox.feed;

import no.brevdue.platform.identity.OrganizationNumber;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * Where somebody is in a feed. Outside it is a text that says nothing, so that nobody counts with it.
 *
 * @param reader whose it is: a place in one feed is none in another
 * @param after the position, or the serial of a supplier's feed, that was read last
 */
record FeedCursor(Kind kind, OrganizationNumber reader, long after) {

    private static final int LENGTH = 1 + Integer.BYTES + Long.BYTES;

    /** A cursor of one feed is none in another. */
    enum Kind {
        ORGANIZATION('o'),
        SUPPLIER('s'),
        COPIES('c');

        private final byte mark;

        Kind(char mark) {
            this.mark = (byte) mark;
        }
    }

    static FeedCursor parse(Kind kind, OrganizationNumber reader, String text) {
        if (text.isEmpty()) {
            return new FeedCursor(kind, reader, 0);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == LENGTH && bytes.get() == kind.mark && bytes.getInt() == digits(reader)) {
                long after = bytes.getLong();
                if (after >= 0) {
                    return new FeedCursor(kind, reader, after);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, as every other text that is no cursor.
        }
        throw noCursor();
    }

    /** Beyond the head there is nothing yet: such a cursor is of a feed that has lost its end, as after a restored backup. */
    void requireReached(long head) {
        if (after > head) {
            throw noCursor();
        }
    }

    private static RuntimeException noCursor() {
        return FeedProblem.NO_CURSOR.because("This is no value that this feed has given as next.");
    }

    private static int digits(OrganizationNumber reader) {
        return Integer.parseInt(reader.value());
    }

    /**
     * Nobody may go on from here and believe that nothing was missed.
     *
     * @param firstKept the position of what comes next, if there is something
     */
    void requireKept(OptionalLong firstKept, long head) {
        requireReached(head);
        if (after > 0 && firstKept.orElse(head + 1) > after + 1) {
            throw FeedProblem.CURSOR_TOO_OLD.because("Events after this cursor are gone.");
        }
    }

    String text() {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put(kind.mark)
                .putInt(digits(reader))
                .putLong(after)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    FeedCursor at(long read) {
        return new FeedCursor(kind, reader, read);
    }
}
