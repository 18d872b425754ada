package no.brevdue.local.standin;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.Map;

/**
 * Lets somebody live: {@code POST /control/population} with {@code {"event":"die","person":"arne"}}, likewise {@code annul},
 * {@code protect} (with a {@code level}), {@code move} (with an {@code address}), {@code rename}, {@code renumber},
 * {@code responsibility} (with {@code parents}), {@code guardianship} (with {@code guardians}), {@code merge} and
 * {@code split} (with a {@code duplicate}), or {@code nothing} of interest. Answers with the last sequence number of the
 * feed.
 */
final class PopulationControl implements StandInServer.Endpoint {

    private final Population population;

    PopulationControl(Population population) {
        this.population = population;
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        return switch (request.getRequestMethod()) {
            case "GET" -> StandInServer.Reply.ok(Map.of("lastSequence", population.last()));
            case "POST" -> {
                var unused = population.live(StandInServer.JSON.readTree(request.getRequestBody()));
                yield StandInServer.Reply.ok(Map.of("lastSequence", population.last()));
            }
            default -> StandInServer.Reply.status(405);
        };
    }
}
