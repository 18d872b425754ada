package no.brevdue.mailbox.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Finds where an answer ends, so that the next one can be told from it; answers that make this hard end their connection. */
final class AnswerEnd {

    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final long LONGEST_BODY = 65_536;
    private static final int NO_CONTENT = 204;

    private AnswerEnd() {}

    /** Reads on from behind the status code. False if whatever comes next may belong to this answer. */
    static boolean isFound(InputStream in, int status) {
        try {
            String unused = line(in);
            long length = status == NO_CONTENT ? 0 : -1;
            for (int headers = 0; headers < MOST_HEADERS; headers++) {
                String header = line(in).toLowerCase(Locale.ROOT);
                if (header.isEmpty()) {
                    return length >= 0 && length <= LONGEST_BODY && in.readNBytes((int) length).length == length;
                }
                String value = header.substring(header.indexOf(':') + 1).strip();
                if (header.startsWith("content-length:")) {
                    length = Long.parseLong(value);
                } else if (header.startsWith("transfer-encoding:")
                        || (header.startsWith("connection:") && value.contains("close"))) {
                    return false;
                }
            }
            return false;
        } catch (IOException | NumberFormatException unclear) {
            return false;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("No line ends here");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
