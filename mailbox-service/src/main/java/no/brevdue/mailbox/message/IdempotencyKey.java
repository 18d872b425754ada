package no.brevdue.mailbox.message;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** The header that makes a repetition recognisable. */
public final class IdempotencyKey {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private IdempotencyKey() {}

    public static String require(@Nullable String header) {
        if (header == null || !KEY.matcher(header).matches()) {
            throw MessageProblem.KEY_MISSING.because(
                    "Set the header Idempotency-Key: 1 to 100 visible ASCII characters.");
        }
        return header;
    }
}
