package no.brevdue.audit.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The bytes of an entry that are hashed: one JSON object as RFC 8785 (JCS) writes it, so UTF-8, keys in order, no blanks,
 * absent fields left out. Times are UTC with six decimals. {@code form} is the version of this form; whoever adds a field
 * makes a new version, because what has been hashed is never written differently.
 */
public final class CanonicalForm {

    private static final int FORM = 1;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private static final int USUAL_LENGTH = 512;

    private CanonicalForm() {}

    public static byte[] of(Entry entry) {
        var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("action", entry.action());
            json.writeStringField("actor", entry.actor());
            json.writeStringField("actorKind", entry.actorKind().name());
            json.writeStringField("at", TIME.format(entry.at()));
            json.writeStringField("entryId", entry.entryId().toString());
            json.writeNumberField("form", FORM);
            json.writeStringField("object", entry.object());
            json.writeStringField("objectType", entry.objectType());
            writeIfPresent(json, "organization", entry.organization());
            json.writeStringField("outcome", entry.outcome().name());
            json.writeNumberField("position", entry.position());
            json.writeStringField("purpose", entry.purpose());
            json.writeStringField("stream", entry.stream());
            writeIfPresent(json, "subject", entry.subject());
            writeIfPresent(json, "supplier", entry.supplier());
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }
}
