package no.brevdue.audit.access;

import no.brevdue.platform.problem.PlatformProblem;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** The last entry of a page. Callers hand it back as they got it; what is in it is ours to change. */
record Cursor(Instant at, long index) {

    private static final int LENGTH = 2 * Long.BYTES;

    /** Before the newest entry there can be. */
    private static final Cursor TOP = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), Long.MAX_VALUE);

    static Cursor parse(@Nullable String text) {
        if (text == null) {
            return TOP;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == LENGTH) {
                return new Cursor(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS), bytes.getLong());
            }
        } catch (IllegalArgumentException noBase64) {
            throw refusal();
        }
        throw refusal();
    }

    String text() {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(index)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static RuntimeException refusal() {
        return PlatformProblem.INVALID_PARAMETER.because("The cursor is not one that was given out here.");
    }
}
