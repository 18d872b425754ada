package no.brevdue.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The population register's event feed of these tests. */
public final class PopulationFeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> EVENTS = new ArrayList<>();
    private static final Set<Long> LEFT_OUT = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger NOT_MODIFIED = new AtomicInteger();
    private static final AtomicInteger TOO_MANY = new AtomicInteger();
    private static volatile int busyMillis;
    private static volatile boolean away;

    private PopulationFeed() {}

    /** Something happened to somebody; returns its sequence number. */
    @CanIgnoreReturnValue
    public static long happened(String number) {
        synchronized (EVENTS) {
            EVENTS.add(number);
            return EVENTS.size();
        }
    }

    /** As {@link #happened}, but the feed leaves it out until {@link #tells}. */
    public static long happenedUntold(String number) {
        synchronized (EVENTS) {
            boolean unused = LEFT_OUT.add(EVENTS.size() + 1L);
            return happened(number);
        }
    }

    public static void tells(long sequence) {
        boolean unused = LEFT_OUT.remove(sequence);
    }

    public static void busy(int millis) {
        busyMillis = millis;
    }

    public static void away(boolean isAway) {
        away = isAway;
    }

    public static int answeredNotModified() {
        return NOT_MODIFIED.get();
    }

    public static int answeredTooMany() {
        return TOO_MANY.get();
    }

    static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (away || !Registers.hasScope(exchange, "folkeregister:deling/offentligmedhjemmel")) {
                exchange.sendResponseHeaders(away ? 503 : 403, -1);
            } else if (busyMillis > 0) {
                TOO_MANY.incrementAndGet();
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(busyMillis));
                exchange.sendResponseHeaders(429, -1);
            } else {
                page(exchange);
            }
        }
    }

    private static void page(HttpExchange exchange) throws IOException {
        long from = Long.parseLong(exchange.getRequestURI().getQuery().substring("seq=".length()));
        ArrayNode page = JSON.createArrayNode();
        synchronized (EVENTS) {
            for (long sequence = Math.max(1, from); sequence <= EVENTS.size() && page.size() < 1000; sequence++) {
                if (!LEFT_OUT.contains(sequence)) {
                    page.addObject()
                            .put("sekvensnummer", sequence)
                            .putObject("hendelse")
                            .put("folkeregisteridentifikator", EVENTS.get((int) sequence - 1))
                            .put("hendelsetype", "endringIDoedsfall");
                }
            }
        }
        String tag = "\"" + from + "-" + page.size() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            NOT_MODIFIED.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            Registers.answer(exchange, page);
        }
    }
}
