package no.brevdue.mailbox.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_INCOMPLETE;

/** The bytes of an upload on their way in: they arrive whole and in time, or are refused. */
final class IncomingContent {

    /** 25 MB in five minutes is 0.7 Mbit/s; whoever is slower keeps a place that others wait for. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int PIECE = 64 * 1024;

    private final InputStream body;
    private final Clock realTime;
    private final Instant end;

    IncomingContent(InputStream body, Clock realTime) {
        this.body = body;
        this.realTime = realTime;
        this.end = realTime.instant().plus(PATIENCE);
    }

    /** Passes each piece to {@code check} before it reaches {@code target}. */
    void copyTo(OutputStream target, ContentCheck check) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = next(piece); length >= 0; length = next(piece)) {
            check.pass(piece, length);
            target.write(piece, 0, length);
        }
        check.end();
    }

    /** Takes in what is left. Clients send everything before they listen; one that was cut off would never hear why. */
    void discard() {
        byte[] piece = new byte[PIECE];
        int length = 0;
        while (length >= 0) {
            length = next(piece);
        }
    }

    private int next(byte[] piece) {
        if (realTime.instant().isAfter(end)) {
            throw CONTENT_INCOMPLETE.because("The upload took too long.");
        }
        try {
            return body.read(piece);
        } catch (IOException brokenOff) {
            throw CONTENT_INCOMPLETE.because("The upload broke off.");
        }
    }
}
