package no.brevdue.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import no.brevdue.contracts.Event;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Facts as bytes. Writing leaves out what is absent; reading ignores fields it does not know, since a newer producer may add
 * optional ones, and refuses a record whose required fields are missing.
 */
public final class EventCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventCodec() {}

    public static byte[] encode(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a fact.
     *
     * @throws MalformedEventException if the bytes are not JSON of this fact, or a required field is missing
     */
    public static <E extends Event> E decode(Class<E> fact, byte[] data) {
        try {
            E event = JSON.readValue(data, fact);
            RequiredFields.check(event);
            return event;
        } catch (IOException malformed) {
            throw new MalformedEventException("not JSON of " + fact.getSimpleName());
        }
    }
}
