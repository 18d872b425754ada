package no.brevdue.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says where a JSON body is wrong and what belongs there, in words that never repeat what was sent. */
public final class JsonFaults {

    private JsonFaults() {}

    /** For a part of a body that is read by itself. */
    public static RuntimeException of(JsonProcessingException fault) {
        ProblemException problem = problemOf(fault);
        return problem == null ? new IllegalStateException("A body type cannot be read", fault) : problem;
    }

    /** Returns null when the fault is ours: a type of ours that cannot be read at all. */
    static @Nullable ProblemException problemOf(JsonProcessingException fault) {
        if (fault instanceof InvalidDefinitionException) {
            return null;
        }
        if (!(fault instanceof JsonMappingException mapping)) {
            return malformed(fault);
        }
        String pointer = pointer(mapping);
        return switch (mapping) {
            case UnrecognizedPropertyException unused ->
                PlatformProblem.UNKNOWN_FIELD.because(
                        "The body has an unknown field.", List.of(new Violation(pointer, "is not a known field")));
            case MismatchedInputException mismatch when isTrailing(mismatch) -> malformed(mismatch);
            case MismatchedInputException mismatch ->
                PlatformProblem.WRONG_TYPE.because(
                        "A value in the body has the wrong type or format.",
                        List.of(new Violation(pointer, "must be " + expected(mismatch.getTargetType()))));
            default -> wrapped(mapping, pointer);
        };
    }

    /** What a value type of ours, or the reader below it, threw while Jackson was building the body. */
    private static @Nullable ProblemException wrapped(JsonMappingException mapping, String pointer) {
        return switch (mapping.getCause()) {
            case ProblemException problem ->
                problem.type().because(problem.detail(), List.of(new Violation(pointer, problem.detail())));
            case JsonMappingException inner -> problemOf(inner);
            case JsonProcessingException broken -> malformed(broken);
            case IllegalArgumentException unused -> notAcceptable(pointer);
            case DateTimeException unused -> notAcceptable(pointer);
            case null, default -> mapping instanceof ValueInstantiationException ? null : malformed(mapping);
        };
    }

    private static ProblemException notAcceptable(String pointer) {
        return PlatformProblem.INVALID_VALUE.because(
                "A value in the body is outside its limits.",
                List.of(new Violation(pointer, "is not an allowed value")));
    }

    private static ProblemException malformed(JsonProcessingException fault) {
        JsonLocation location = fault.getLocation();
        return PlatformProblem.MALFORMED_JSON.because(
                location == null
                        ? "The body is not valid JSON."
                        : String.format(
                                Locale.ROOT,
                                "The body is not valid JSON at line %d, column %d.",
                                location.getLineNr(),
                                location.getColumnNr()));
    }

    // Jackson has no exception of its own for something that follows the value.
    private static boolean isTrailing(MismatchedInputException mismatch) {
        return mismatch.getOriginalMessage().startsWith("Trailing token");
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of the documented type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "of the documented format";
    }
}
