package no.brevdue.mailbox.print;

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
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for the printing house, and for identity-service and its issuer as far as printing asks them. */
public final class PrintingHouse implements QuarkusTestResourceLifecycleManager {

    public static final Map<UUID, byte[]> JOBS = new ConcurrentHashMap<>();
    /** How often each job was handed over, whether it was taken or not. */
    public static final Map<UUID, Integer> HAND_OVERS = new ConcurrentHashMap<>();

    public static final Map<UUID, String> STATES = new ConcurrentHashMap<>();
    /** Jobs that say of themselves that they are tests, in the order in which they came. */
    public static final Set<UUID> TESTS = Collections.synchronizedSet(new LinkedHashSet<>());

    public static final Set<UUID> WITHHELD = ConcurrentHashMap.newKeySet();
    /** People whose address nobody can tell now. */
    static final Set<UUID> UNANSWERED = ConcurrentHashMap.newKeySet();

    public static volatile Answers answers = Answers.ALWAYS;

    /** How the printer answers who hands over a job. */
    public enum Answers {
        ALWAYS,
        /** It has the job, and nobody hears so. */
        TAKES_AND_IS_SILENT,
        NEVER
    }

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext(
                    "/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
            started.createContext("/v1/postal-addresses/lookups", PrintingHouse::address);
            started.createContext("/print-jobs/", PrintingHouse::job);
            started.start();
            server = started;
            String url = "http://localhost:" + started.getAddress().getPort();
            return Map.of(
                    "brevdue.print.url",
                    url,
                    "brevdue.print.identity-url",
                    url,
                    "brevdue.print.token-url",
                    url + "/token",
                    "brevdue.print.client-secret",
                    "test");
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

    private static void address(HttpExchange exchange) throws IOException {
        var question = new ObjectMapper().readTree(exchange.getRequestBody());
        boolean asked = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && question.path("purpose").asText().equals("letter-print");
        if (!asked) {
            answer(exchange, 403, "{}");
        } else if (UNANSWERED.contains(UUID.fromString(question.path("alias").asText()))) {
            answer(exchange, 503, "{}");
        } else if (WITHHELD.contains(UUID.fromString(question.path("alias").asText()))) {
            answer(exchange, 404, "{\"code\":\"BD-1140\"}");
        } else {
            answer(exchange, 200, "{\"name\":\"Kari Nordmann\",\"lines\":[\"Storgata 1\",\"0155 Oslo\"]}");
        }
    }

    private static void job(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        if (exchange.getRequestMethod().equals("PUT")) {
            byte[] letter = exchange.getRequestBody().readAllBytes();
            int unused = HAND_OVERS.merge(id, 1, Integer::sum);
            if ("test=true".equals(exchange.getRequestURI().getQuery())) {
                TESTS.add(id);
            }
            if (answers != Answers.NEVER) {
                JOBS.put(id, letter);
            }
            answer(exchange, answers == Answers.ALWAYS ? 202 : 503, "{}");
        } else if (answers == Answers.ALWAYS && JOBS.containsKey(id)) {
            answer(exchange, 200, "{\"state\":\"" + STATES.getOrDefault(id, "ACCEPTED") + "\"}");
        } else {
            answer(exchange, answers == Answers.ALWAYS ? 404 : 503, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
