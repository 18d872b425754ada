package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a sender is shown of one message: each delivery with its state and the ladder of evidence below it. */
public record Proof(JsonNode message) {

    private static final List<String> HEAD = List.of("time", "rung", "source", "detail");

    public JsonNode toPerson() {
        return delivery("PERSON");
    }

    JsonNode toOrganization() {
        return delivery("ORGANIZATION");
    }

    public boolean isPublished() {
        return toPerson().path("state").asText().equals("PUBLISHED");
    }

    boolean isComplete() {
        return message.path("complete").asBoolean();
    }

    /** Whether the delivery to the person stands in fallback for this reason, as its sender may know it. */
    boolean isInFallback(String reason) {
        return toPerson().path("fallback").asText().equals("ORDERED")
                && toPerson().path("reason").asText().equals(reason);
    }

    /** Whether the delivery to the person is held for this reason. */
    boolean waitsFor(String reason) {
        return toPerson().path("state").asText().equals("HELD")
                && toPerson().path("reason").asText().equals(reason);
    }

    /** Whether the ladder of the delivery to the person has this rung with this detail. */
    boolean says(String rung, String detail) {
        return rungs(toPerson()).stream()
                .anyMatch(row -> row.get(1).equals(rung) && row.get(3).equals(detail));
    }

    String summary() {
        return "%s, fallback %s %s"
                .formatted(
                        toPerson().path("state").asText(),
                        toPerson().path("fallback").asText(),
                        toPerson().path("reason").asText(""))
                .strip();
    }

    boolean hasRung(JsonNode delivery, String rung) {
        return count(delivery, rung) > 0;
    }

    /** How often a rung stands on a delivery's ladder. */
    public long count(JsonNode delivery, String rung) {
        return rungs(delivery).stream().filter(row -> row.get(1).equals(rung)).count();
    }

    void tell(Narrator narrator) {
        for (JsonNode each : message.path("deliveries")) {
            JsonNode delivery = each.path("delivery");
            narrator.table(
                    "Proof ladder of the delivery to %s: %s, fallback %s"
                            .formatted(
                                    each.path("recipient").asText(),
                                    delivery.path("state").asText(),
                                    delivery.path("fallback").asText()),
                    HEAD,
                    rungs(delivery));
        }
    }

    private JsonNode delivery(String recipient) {
        return StreamSupport.stream(message.path("deliveries").spliterator(), false)
                .filter(each -> each.path("recipient").asText().equals(recipient))
                .findFirst()
                .map(each -> each.path("delivery"))
                .orElseThrow(() -> new ClaimFailed("There is a delivery to " + recipient, message.toString()));
    }

    private static List<List<String>> rungs(JsonNode delivery) {
        List<List<String>> rungs = new ArrayList<>();
        for (JsonNode rung : delivery.path("evidence")) {
            rungs.add(List.of(
                    rung.path("at").asText(),
                    rung.path("rung").asText(),
                    rung.path("source").asText(),
                    rung.path("detail").asText("")));
        }
        return rungs;
    }
}
