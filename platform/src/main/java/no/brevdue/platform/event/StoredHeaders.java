package no.brevdue.platform.event;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Headers of a record as text and back, octet for octet: what is wrong with a record may be in its headers. A line is
 * {@code name=value}, both percent-encoded; a header without value is its name alone.
 */
final class StoredHeaders {

    /** Gives each octet a character, so that a value that is no text survives as well. */
    private static final Charset OCTETS = StandardCharsets.ISO_8859_1;

    private StoredHeaders() {}

    static String write(Headers headers) {
        StringBuilder lines = new StringBuilder();
        for (Header header : headers) {
            lines.append(URLEncoder.encode(header.key(), StandardCharsets.UTF_8));
            if (header.value() != null) {
                lines.append('=').append(URLEncoder.encode(new String(header.value(), OCTETS), OCTETS));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    static Headers read(String stored) {
        Headers headers = new RecordHeaders();
        stored.lines().forEach(line -> {
            int equals = line.indexOf('=');
            String name = equals < 0 ? line : line.substring(0, equals);
            byte[] value = equals < 0
                    ? null
                    : URLDecoder.decode(line.substring(equals + 1), OCTETS).getBytes(OCTETS);
            headers.add(URLDecoder.decode(name, StandardCharsets.UTF_8), value);
        });
        return headers;
    }
}
