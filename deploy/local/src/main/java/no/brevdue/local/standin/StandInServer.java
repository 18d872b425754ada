package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.Executors;

/** One HTTP port for the stand-ins that answer with JSON. */
public final class StandInServer implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;

    /** Answers one path, whatever the method. */
    interface Endpoint {
        Reply answer(HttpExchange request) throws IOException;
    }

    record Reply(int status, @Nullable Object body, Map<String, String> headers) {
        static Reply ok(Object body) {
            return new Reply(200, body, Map.of());
        }

        static Reply status(int status) {
            return new Reply(status, null, Map.of());
        }
    }

    private StandInServer(HttpServer server) {
        this.server = server;
    }

    /** Port 0 takes any free one. */
    public static StandInServer start(
            int port,
            Krr krr,
            Faults krrFaults,
            PopulationStandIn population,
            AddressRegister addresses,
            Clamd clamd,
            MailSink mail,
            Printer printer,
            ClockControl clock)
            throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        StandInServer server = new StandInServer(http);
        server.serve("/rest/v2/personer", krr);
        server.serve("/krr", krrFaults);
        server.serve("/api/legal-basis/person/get-by-nin", population.register());
        server.serve("/folkeregisteret/offentlig-med-hjemmel/api/v1/hendelser/feed", population.feed());
        server.serve("/control/population", population.control());
        server.serve("/control/population/faults", population.faults());
        server.serve("/CommunicationPartyEvents", addresses);
        server.serve("/control/clamd", clamd);
        server.serve("/mail", mail);
        server.serve("/print-jobs", printer);
        server.serve("/clock", clock);
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(String path, Endpoint endpoint) {
        server.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, answer(endpoint, exchange));
            }
        });
    }

    private static Reply answer(Endpoint endpoint, HttpExchange exchange) throws IOException {
        try {
            return endpoint.answer(exchange);
        } catch (IllegalArgumentException | DateTimeException bad) {
            return Reply.status(400);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        byte[] body = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
