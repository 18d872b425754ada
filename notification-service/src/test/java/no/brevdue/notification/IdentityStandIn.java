package no.brevdue.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for identity-service: knows the people it was told of, and asks for a token and a purpose. */
public final class IdentityStandIn implements QuarkusTestResourceLifecycleManager {

    private static final Map<UUID, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Answer STRANGER =
            new Answer(404, "{\"type\":\"/problems/no-such-alias\",\"status\":404,\"code\":\"BD-1110\"}");

    private @Nullable HttpServer server;

    private record Answer(int status, String body) {}

    public static void knows(UUID alias, String email, String language) {
        answers(alias, 200, "{\"email\":\"%s\",\"language\":\"%s\"}".formatted(email, language));
    }

    public static void answers(UUID alias, int status, String body) {
        ANSWERS.put(alias, new Answer(status, body));
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/v1/contact-points/lookups", IdentityStandIn::lookUp);
            started.start();
            server = started;
            return Map.of(
                    "brevdue.identity.url",
                    "http://localhost:" + started.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void lookUp(HttpExchange exchange) throws IOException {
        Answer answer = answer(exchange);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Answer answer(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null || !token.matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
            return new Answer(401, "{\"code\":\"BD-1030\"}");
        }
        JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
        if (!request.path("purpose").asText().equals("letter-notification")) {
            return new Answer(400, "{\"code\":\"BD-1005\"}");
        }
        return ANSWERS.getOrDefault(UUID.fromString(request.path("alias").asText()), STRANGER);
    }
}
