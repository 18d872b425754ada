package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * What the contact register gets wrong: {@code GET /krr}, and {@code POST /krr} with any of {@code {"status":503}},
 * {@code {"stall":"PT5S"}} and {@code {"contradict":true}}, or {@code {}} for nothing. Nothing that is shipped knows of it.
 */
public final class KrrFaults implements StandInServer.Endpoint {

    private static final int FINE = 200;
    private static final Fault NONE = new Fault(FINE, Duration.ZERO, false);

    private volatile Fault current = NONE;

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        return switch (request.getRequestMethod()) {
            case "GET" -> StandInServer.Reply.ok(described());
            case "POST" -> {
                current = read(StandInServer.JSON.readTree(request.getRequestBody()));
                yield StandInServer.Reply.ok(described());
            }
            default -> StandInServer.Reply.status(405);
        };
    }

    /** Waits as long as it has been told to. */
    Fault now() {
        Fault fault = current;
        try {
            Thread.sleep(fault.stall());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return fault;
    }

    private static Fault read(JsonNode order) {
        int status = order.path("status").asInt(FINE);
        if (status < FINE || status > 599) {
            throw new IllegalArgumentException("no status");
        }
        return new Fault(
                status,
                Duration.parse(order.path("stall").asText("PT0S")),
                order.path("contradict").asBoolean());
    }

    private Map<String, Object> described() {
        Fault fault = current;
        return Map.of("status", fault.status(), "stall", fault.stall().toString(), "contradict", fault.contradict());
    }

    /**
     * What is wrong at the moment.
     *
     * @param status the HTTP status of every answer
     * @param stall how long each question waits
     * @param contradict each person is told about twice: reserved, and not
     */
    record Fault(int status, Duration stall, boolean contradict) {

        boolean away() {
            return status != FINE;
        }
    }
}
