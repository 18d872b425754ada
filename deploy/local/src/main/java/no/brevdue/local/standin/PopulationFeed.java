package no.brevdue.local.standin;

import com.sun.net.httpserver.HttpExchange;

import java.util.List;
import java.util.Map;

/**
 * The event feed of the population register: {@code GET …/hendelser/feed?seq=N}, a thousand events from N on. It says what
 * happened to whom in the words of Skatteetaten, answers 304 to the {@code ETag} of an answer that has not grown, and asks
 * for a Maskinporten token.
 */
final class PopulationFeed implements StandInServer.Endpoint {

    private static final int PAGE = 1000;

    private final BearerCheck bearer;
    private final Population population;
    private final Faults faults;

    PopulationFeed(BearerCheck bearer, Population population, Faults faults) {
        this.bearer = bearer;
        this.population = population;
        this.faults = faults;
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) {
        if (!bearer.allows(request)) {
            return StandInServer.Reply.status(401);
        }
        Faults.Fault fault = faults.now();
        if (fault.away()) {
            return fault.instead();
        }
        String query = String.valueOf(request.getRequestURI().getQuery());
        if (!query.matches("seq=\\d{1,18}")) {
            return StandInServer.Reply.status(400);
        }
        List<Map<String, Object>> page =
                population.from(Long.parseLong(query.substring("seq=".length())), PAGE).stream()
                        .filter(entry -> entry.sequence() != fault.skip())
                        .map(PopulationFeed::describe)
                        .toList();
        String tag = "\"" + query + "-" + page.size() + "\"";
        return tag.equals(request.getRequestHeaders().getFirst("If-None-Match"))
                ? new StandInServer.Reply(304, null, Map.of("ETag", tag))
                : new StandInServer.Reply(200, page, Map.of("ETag", tag));
    }

    private static Map<String, Object> describe(Population.Entry entry) {
        return Map.of(
                "sekvensnummer",
                entry.sequence(),
                "hendelse",
                Map.of(
                        "folkeregisteridentifikator",
                        entry.number(),
                        "hendelsetype",
                        entry.type(),
                        "hendelsesdokument",
                        "h" + entry.sequence(),
                        "persondokument",
                        "p" + entry.sequence(),
                        "ajourholdstidspunkt",
                        entry.at().toString()));
    }
}
