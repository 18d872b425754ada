package no.brevdue.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** A JSON body in which every field has the right type, though not a sensible value: all text is an identity number. */
final class SampleBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SampleBody() {}

    static ObjectNode of(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties")
                .properties()
                .forEach(property -> object.set(property.getKey(), value(property.getValue())));
        return object;
    }

    private static JsonNode value(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "object" -> of(schema);
            case "array" -> JSON.arrayNode();
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            case "string" -> JSON.textNode(text(schema));
            default -> throw new IllegalArgumentException("No sample of " + schema);
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2030-01-31T12:00:00Z";
            case "date" -> "1990-01-31";
            default -> schema.path("enum").path(0).asText(Attack.IDENTITY_NUMBER);
        };
    }
}
