package no.brevdue.platform.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.ConfigProvider;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be wrong with what a rightful caller sends, and that no feature needs to know about. */
final class InputAttacks {

    private static final String RUBBISH = "x" + Attack.IDENTITY_NUMBER;
    private static final String LONG_RUBBISH = RUBBISH.repeat(10);
    private static final int MEGABYTE = 1 << 20;
    private static final int DEEP = 5_000;

    private InputAttacks() {}

    static Stream<Attack> on(Operation operation) {
        Call rightful = Call.rightful(operation);
        List<Attack> attacks = new ArrayList<>();
        operation.parametersIn("path").stream()
                .map(Operation.Parameter::name)
                .map(name -> new Attack("a malformed " + name, rightful.at(name, RUBBISH), 404, "BD-1020"))
                .forEach(attacks::add);
        operation.parametersIn("query").stream()
                .map(Operation.Parameter::name)
                .map(name -> new Attack("a malformed " + name, rightful.asking(name, RUBBISH), 400, Attack.ANY_CODE))
                .forEach(attacks::add);
        for (Operation.Parameter header : operation.parametersIn("header")) {
            String name = header.name();
            if (header.hasForm()) {
                attacks.add(new Attack("a malformed " + name, rightful.with(name, LONG_RUBBISH), 400, Attack.ANY_CODE));
            }
            if (header.required()) {
                attacks.add(new Attack("no " + name, rightful.without(name), 400, Attack.ANY_CODE));
            }
        }
        if (!operation.mediaType().isEmpty()) {
            attacks.add(
                    new Attack("another media type", rightful.in("text/plain").saying("x"), 415, "BD-1023"));
            attacks.add(new Attack("an oversize body", rightful.saying(oversize(operation)), 413, "BD-1008"));
        }
        if (operation.readsJson()) {
            attacks.addAll(bodies(rightful, SampleBody.of(operation.body())));
        }
        return attacks.stream();
    }

    /** White space, so that nothing else is wrong with it. */
    private static byte[] oversize(Operation operation) {
        long limit = operation.readsJson() && !operation.body().has("x-large-body")
                ? MEGABYTE
                : ConfigProvider.getConfig()
                        .getValue("quarkus.http.limits.max-body-size", MemorySize.class)
                        .asLongValue();
        return " ".repeat(Math.toIntExact(limit) + 1).getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Attack> bodies(Call rightful, ObjectNode sample) {
        String text = sample.toString();
        String open = text.substring(0, text.length() - 1);
        List<Attack> attacks = new ArrayList<>(List.of(
                new Attack("no body", rightful.saying(""), 400, "BD-1006"),
                new Attack("null", rightful.saying("null"), 400, "BD-1006"),
                new Attack("broken JSON", rightful.saying(open), 400, "BD-1002"),
                new Attack("two bodies", rightful.saying(text + text), 400, "BD-1002"),
                new Attack("every field twice", rightful.saying(open + "," + text.substring(1)), 400, "BD-1002"),
                new Attack(
                        "bytes that are no UTF-8", rightful.saying(new byte[] {'"', (byte) 0xff, '"'}), 400, "BD-1002"),
                new Attack(
                        "bytes that are no UTF-32",
                        rightful.saying(new byte[] {0, 0, 0, '{', 127, 0, 0, 0}),
                        400,
                        "BD-1002"),
                new Attack("a list", rightful.saying("[" + text + "]"), 400, "BD-1004"),
                new Attack("text", rightful.saying("\"" + Attack.IDENTITY_NUMBER + "\""), 400, "BD-1004"),
                new Attack("an unknown field", rightful.saying(with(sample, "unknown")), 400, "BD-1003"),
                new Attack("lists within lists", rightful.saying("{\"unknown\":" + "[".repeat(DEEP)), 400, "BD-1002")));
        if (text.contains(Attack.IDENTITY_NUMBER)) {
            attacks.add(new Attack("a NUL", rightful.saying(replaced(text, "a\\u0000b")), 400, "BD-1004"));
            attacks.add(new Attack("half a character", rightful.saying(replaced(text, "a\\ud800b")), 400, "BD-1004"));
        }
        sample.fieldNames()
                .forEachRemaining(field -> attacks.add(
                        new Attack("another type as " + field, rightful.saying(with(sample, field)), 400, "BD-1004")));
        return attacks;
    }

    private static String replaced(String text, String escaped) {
        return text.replace(Attack.IDENTITY_NUMBER, escaped);
    }

    /** Something that the field is not: lists within lists, or text where it is a list, whose items may be read one by one. */
    private static String with(ObjectNode sample, String field) {
        ObjectNode changed = sample.deepCopy();
        if (sample.path(field).isArray()) {
            changed.put(field, Attack.IDENTITY_NUMBER);
        } else {
            changed.putArray(field).addArray().add(Attack.IDENTITY_NUMBER);
        }
        return changed.toString();
    }
}
