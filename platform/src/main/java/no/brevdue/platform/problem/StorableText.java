package no.brevdue.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;

import java.io.IOException;

/**
 * Text that can be kept as it was sent. PostgreSQL stores no NUL, and half of a surrogate pair would silently become a
 * question mark on its way there.
 */
final class StorableText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(StorableText::isNoCharacter)) {
            throw context.weirdStringException(text, String.class, "not storable");
        }
        return text;
    }

    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
