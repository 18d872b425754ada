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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for identity-service and mailbox-service: knows the people and letters it was told of, and asks for a token and
 * a purpose. A letter it was not told of is unread.
 */
public final class IdentityStandIn implements QuarkusTestResourceLifecycleManager {

    private static final Map<UUID, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Answer UNREAD = new Answer(200, "{\"unread\":true,\"awaitsConsent\":true}");
    private static final Answer NO_NOTICE =
            new Answer(404, "{\"type\":\"/problems/no-such-notice\",\"status\":404,\"code\":\"BD-1127\"}");
    private static final Set<UUID> FORGOTTEN = ConcurrentHashMap.newKeySet();

    private @Nullable HttpServer server;

    private record Answer(int status, String body) {}

    public static void knows(UUID alias, String email, String language) {
        answers(alias, 200, "{\"email\":\"%s\",\"language\":\"%s\"}".formatted(email, language));
    }

    public static void answers(UUID alias, int status, String body) {
        ANSWERS.put(alias, new Answer(status, body));
    }

    /** Whether it was told that this notice was handed over. */
    public static boolean hasForgotten(UUID notice) {
        return FORGOTTEN.contains(notice);
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext(
                    "/v1/contact-points/lookups",
                    exchange -> reply(exchange, contacts(exchange, "letter-notification|newsletter|terms-change")));
            started.createContext(
                    "/v1/contact-notices/lookups",
                    exchange -> reply(exchange, answer(exchange, "noticeId", "contact-notice", NO_NOTICE)));
            started.createContext(
                    "/v1/unread-lookups",
                    exchange -> reply(
                            exchange, answer(exchange, "deliveryId", "letter-reminder|letter-notification", UNREAD)));
            started.createContext("/v1/contact-notices/", IdentityStandIn::forget);
            started.start();
            server = started;
            String url = "http://localhost:" + started.getAddress().getPort();
            return Map.of("brevdue.identity.url", url, "brevdue.mailbox.url", url);
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

    private static void reply(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Answer answer(HttpExchange exchange, String field, String purpose, Answer unknown)
            throws IOException {
        JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
        return refusal(exchange, request, purpose)
                .orElseGet(() ->
                        ANSWERS.getOrDefault(UUID.fromString(request.path(field).asText()), unknown));
    }

    private static Optional<Answer> refusal(HttpExchange exchange, JsonNode request, String purpose) {
        if (isAnonymous(exchange)) {
            return Optional.of(new Answer(401, "{\"code\":\"BD-1030\"}"));
        }
        return request.path("purpose").asText().matches(purpose)
                ? Optional.empty()
                : Optional.of(new Answer(400, "{\"code\":\"BD-1005\"}"));
    }

    /** One whom it stumbles over brings the others down. */
    private static Answer contacts(HttpExchange exchange, String purpose) throws IOException {
        JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
        Optional<Answer> refusal = refusal(exchange, request, purpose);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<String> answers = new ArrayList<>();
        for (JsonNode letter : request.path("letters")) {
            String alias = letter.path("alias").asText();
            Answer known = ANSWERS.get(UUID.fromString(alias));
            if (known != null && known.status() != 200) {
                return known;
            }
            answers.add(
                    known == null
                            ? "{\"alias\":\"%s\"}".formatted(alias)
                            : "{\"alias\":\"%s\",\"contact\":%s}".formatted(alias, known.body()));
        }
        return new Answer(200, "{\"answers\":[%s]}".formatted(String.join(",", answers)));
    }

    private static void forget(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("DELETE") && !isAnonymous(exchange)) {
            boolean unused = FORGOTTEN.add(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
            exchange.sendResponseHeaders(204, -1);
        } else {
            exchange.sendResponseHeaders(405, -1);
        }
        exchange.close();
    }

    private static boolean isAnonymous(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        return token == null || !token.matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }
}
