package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system of an organisation that gets copies, such as a GP's office. */
final class CopyRecipient {

    private final Api mailbox;
    private final List<JsonNode> heard = new ArrayList<>();
    private String after = "";

    CopyRecipient(String actor) {
        this.mailbox = new Api(Service.MAILBOX.url(), actor);
    }

    /** Reads its feed to the end: what it hears from now on is new. */
    void catchesUp() throws IOException, InterruptedException {
        while (!follow(0).isEmpty()) {
            // Nothing of it is of interest.
        }
    }

    /** Follows its feed until it tells that of the copy; missing if it has nothing new for ten seconds. */
    JsonNode hears(String type, String letterId) throws IOException, InterruptedException {
        for (JsonNode events = follow(10); !events.isEmpty(); events = follow(10)) {
            for (JsonNode event : events) {
                if (event.path("type").asText().equals(type)
                        && event.path("letterId").asText().equals(letterId)) {
                    return event;
                }
            }
        }
        return MissingNode.getInstance();
    }

    boolean hasHeardOf(String letterId) {
        return heard.stream().anyMatch(event -> event.path("letterId").asText().equals(letterId));
    }

    /** Each position it has heard follows the one before. */
    boolean hasMissedNothing() {
        long first = heard.getFirst().path("position").asLong();
        return heard.getLast().path("position").asLong() == first + heard.size() - 1;
    }

    private JsonNode follow(int wait) throws IOException, InterruptedException {
        JsonNode page = mailbox.get("/v1/organization/events?limit=1000&wait=%d&after=%s".formatted(wait, after))
                .require(200)
                .json();
        after = page.path("next").asText();
        page.path("events").forEach(heard::add);
        return page.path("events");
    }

    Answer letters() throws IOException, InterruptedException {
        return mailbox.get("/v1/organization/letters");
    }

    Answer fetch(String letterId) throws IOException, InterruptedException {
        return mailbox.post("/v1/organization/letters/" + letterId + "/fetches");
    }

    Answer acknowledge(String letterId, String outcome) throws IOException, InterruptedException {
        return mailbox.post("/v1/organization/letters/" + letterId + "/acknowledgements", Map.of("outcome", outcome));
    }
}
