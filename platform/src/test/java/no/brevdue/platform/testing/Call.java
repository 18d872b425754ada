package no.brevdue.platform.testing;

import io.restassured.RestAssured;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static java.util.stream.Collectors.toMap;

/** A request that is right, or right but for one thing. */
record Call(
        Operation operation,
        @Nullable String authorization,
        Map<String, String> path,
        String query,
        Map<String, String> headers,
        String mediaType,
        byte[] body) {

    /** Keeps its connections, so that a refused request could hurt the next one. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final int LARGE = 1 << 20;
    private static final String ORGANIZATION = "100100673";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** By a caller that the operation admits, about something that does not exist. */
    static Call rightful(Operation operation) {
        Map<String, String> path =
                operation.parametersIn("path").stream().collect(toMap(Operation.Parameter::name, Call::sample));
        byte[] body = operation.readsJson()
                ? SampleBody.of(operation.body()).toString().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        String authorization = operation.isPublic()
                ? null
                : TokenAttacks.bearer(TokenAttacks.admitted(operation.callers().getFirst()));
        Map<String, String> headers = operation.parametersIn("header").stream()
                .collect(toMap(
                        Operation.Parameter::name, header -> UUID.randomUUID().toString()));
        return new Call(operation, authorization, path, "", headers, operation.mediaType(), body);
    }

    private static String sample(Operation.Parameter parameter) {
        if (parameter.name().equals("organizationNumber")) {
            return ORGANIZATION;
        }
        return parameter.type().equals("integer") ? "1" : UUID.randomUUID().toString();
    }

    Call by(@Nullable String changed) {
        return new Call(operation, changed, path, query, headers, mediaType, body);
    }

    Call at(String parameter, String value) {
        Map<String, String> changed = path.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, old -> old.getKey().equals(parameter) ? value : old.getValue()));
        return new Call(operation, authorization, changed, query, headers, mediaType, body);
    }

    Call asking(String parameter, String value) {
        return new Call(operation, authorization, path, "?" + parameter + "=" + value, headers, mediaType, body);
    }

    Call with(String header, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(header, value);
        return new Call(operation, authorization, path, query, changed, mediaType, body);
    }

    Call without(String header) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove(header);
        return new Call(operation, authorization, path, query, changed, mediaType, body);
    }

    Call in(String changed) {
        return new Call(operation, authorization, path, query, headers, changed, body);
    }

    Call saying(byte[] changed) {
        return new Call(operation, authorization, path, query, headers, mediaType, changed);
    }

    Call saying(String changed) {
        return saying(changed.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address())
                .timeout(PATIENCE)
                // Whoever refuses a large body by its length alone answers before it is sent.
                .expectContinue(body.length > LARGE)
                .method(
                        operation.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (!mediaType.isEmpty()) {
            request.header("Content-Type", mediaType);
        }
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(operation + " was not answered", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private URI address() {
        String address = operation.path();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            address = address.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return URI.create("http://localhost:" + RestAssured.port + address + query);
    }
}
