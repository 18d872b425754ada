package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a register gets wrong: {@code GET}, and {@code POST} with any of {@code {"status":503}}, {@code {"busy":500}},
 * {@code {"stall":"PT5S"}}, {@code {"contradict":true}} and {@code {"skip":7}}, or {@code {}} for nothing; the contact
 * register's at {@code /krr}, the population register's at {@code /control/population/faults}. Nothing that is shipped knows
 * of it.
 */
public final class Faults implements StandInServer.Endpoint {

    private static final int FINE = 200;
    private static final Fault NONE = new Fault(FINE, 0, Duration.ZERO, false, 0);

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
                order.path("busy").asInt(),
                Duration.parse(order.path("stall").asText("PT0S")),
                order.path("contradict").asBoolean(),
                order.path("skip").asLong());
    }

    private Map<String, Object> described() {
        Fault fault = current;
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("status", fault.status());
        described.put("busy", fault.busy());
        described.put("stall", fault.stall().toString());
        described.put("contradict", fault.contradict());
        described.put("skip", fault.skip());
        return described;
    }

    /**
     * What is wrong at the moment.
     *
     * @param status the HTTP status of every answer
     * @param busy if not 0, every answer is 429 and asks for a pause of so many milliseconds
     * @param stall how long each question waits
     * @param contradict each person was born on two days, or is told about twice: reserved, and not
     * @param skip a sequence number that a feed leaves out; 0 for none
     */
    record Fault(int status, int busy, Duration stall, boolean contradict, long skip) {

        /** What it answers instead, if anything. */
        StandInServer.Reply instead() {
            return busy > 0
                    ? new StandInServer.Reply(429, null, Map.of("Retry-After", String.valueOf(busy)))
                    : StandInServer.Reply.status(status);
        }

        boolean away() {
            return busy > 0 || status != FINE;
        }
    }
}
