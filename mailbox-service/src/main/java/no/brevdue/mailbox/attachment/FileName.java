package no.brevdue.mailbox.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file name in the header that makes a browser save a file under it and never show it (RFC 6266, RFC 8187). */
record FileName(String value) {

    private static final String UNRESERVED = "!#$&+-.^_`|~";

    String disposition() {
        return "attachment; filename=\"" + plain() + "\"; filename*=UTF-8''" + encoded();
    }

    /** For clients that know the old parameter only. */
    private String plain() {
        return value.replaceAll("[^A-Za-z0-9._ -]", "_");
    }

    private String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if (isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0) {
                encoded.append(letter);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }
}
