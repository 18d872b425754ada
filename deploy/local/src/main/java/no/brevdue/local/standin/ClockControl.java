package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Moves the business time of all services: {@code GET /clock}, and {@code POST /clock} with {@code {"advance":"P10D"}} or
 * {@code {"reset":true}}. The services read the offset from the file.
 */
public final class ClockControl implements StandInServer.Endpoint {

    private final Path file;
    private final Clock realTime;

    public ClockControl(Path file, Clock realTime) {
        this.file = file;
        this.realTime = realTime;
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        return switch (request.getRequestMethod()) {
            case "GET" -> reply();
            case "POST" -> {
                change(StandInServer.JSON.readTree(request.getRequestBody()));
                yield reply();
            }
            default -> StandInServer.Reply.status(405);
        };
    }

    private synchronized void change(JsonNode order) throws IOException {
        if (order.path("reset").asBoolean()) {
            Files.deleteIfExists(file);
        } else {
            Duration further =
                    offset().plus(Duration.parse(order.path("advance").asText()));
            // Moved into place, so that no service reads half a duration.
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, further.toString());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private StandInServer.Reply reply() throws IOException {
        Duration offset = offset();
        return StandInServer.Reply.ok(Map.of(
                "offset",
                offset.toString(),
                "businessTime",
                realTime.instant().plus(offset).toString()));
    }

    /** For registers in which people go on living, whatever time the services believe it is. */
    public Instant businessTime() {
        try {
            return realTime.instant().plus(offset());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Duration offset() throws IOException {
        return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    }
}
