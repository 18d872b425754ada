package no.brevdue.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.testing.Operation.Parameter;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** Finds every operation of the running service: in the document that it publishes and in the classes that it runs. */
final class Operations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Map<String, List<Callers>> callers = new HashMap<>();

    private Operations(JsonNode document) {
        this.document = document;
    }

    /** In the order of their paths. What is published but not declared, or declared but not published, is a failure. */
    static List<Operation> ofRunningService() {
        Operations operations = new Operations(document());
        operations.declare();
        List<Operation> published = operations.published();
        assertThat(published)
                .as("operations of the OpenAPI document and of the @Path classes")
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(operations.callers.keySet());
        return published;
    }

    private static JsonNode document() {
        String text = RestAssured.given()
                .accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void declare() {
        for (Bean<?> bean : CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            if (type.isAnnotationPresent(Path.class)) {
                Stream.of(type.getDeclaredMethods())
                        .forEach(method -> verb(method)
                                .ifPresent(
                                        verb -> callers.put(verb + " " + path(type, method), callers(type, method))));
            }
        }
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation -> Stream.of(annotation.annotationType().getAnnotationsByType(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> type, Method method) {
        return Stream.of(type.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .flatMap(path -> Stream.of(path.value().split("/")))
                .filter(segment -> !segment.isEmpty())
                // What a parameter must look like is not part of its name.
                .map(segment -> segment.replaceFirst("^\\{(\\w+):.*}$", "{$1}"))
                .collect(joining("/", "/", ""));
    }

    private static List<Callers> callers(Class<?> type, Method method) {
        Callers[] onMethod = method.getAnnotationsByType(Callers.class);
        return Arrays.asList(onMethod.length > 0 ? onMethod : type.getAnnotationsByType(Callers.class));
    }

    private List<Operation> published() {
        List<Operation> published = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> published.add(
                                operation(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()))));
        return published;
    }

    private Operation operation(String method, String path, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        described.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
        var content = described.path("requestBody").path("content").properties().stream()
                .findFirst();
        return new Operation(
                method,
                path,
                parameters,
                content.map(Map.Entry::getKey).orElse(""),
                content.map(body -> resolved(body.getValue().path("schema"))).orElse(JSON.createObjectNode()),
                callers.getOrDefault(method + " " + path, List.of()));
    }

    private Parameter parameter(JsonNode described) {
        JsonNode schema = resolved(described.path("schema"));
        return new Parameter(
                described.path("name").asText(),
                described.path("in").asText(),
                schema.path("type").asText(),
                schema.path("format").asText(),
                described.path("required").asBoolean());
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            return resolved(document.at(reference.substring(1)));
        }
        JsonNode copy = schema.deepCopy();
        copy.path("properties").properties().forEach(property -> property.setValue(resolved(property.getValue())));
        return copy;
    }
}
