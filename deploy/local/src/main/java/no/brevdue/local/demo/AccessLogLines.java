package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a person's own access log says since a story began. */
final class AccessLogLines {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final List<String> HEAD = List.of("time", "actor", "action", "purpose");

    private final Instant since;

    AccessLogLines(Instant since) {
        this.since = since;
    }

    /** Claims that the log has each of these, {@code action purpose}, and prints their lines. */
    void expect(Narrator narrator, String whose, Patient patient, String... acts)
            throws IOException, InterruptedException {
        List<String> wanted = List.of(acts);
        List<JsonNode> entries = Patiently.await(
                A_MOMENT, () -> lately(patient), found -> acts(found).containsAll(wanted));
        for (String act : wanted) {
            narrator.expect(
                    whose + " access log has: " + act,
                    acts(entries).contains(act),
                    entries.size() + " entries since the story began");
        }
        narrator.table(
                whose + " access log",
                HEAD,
                entries.stream()
                        .filter(entry -> wanted.contains(act(entry)))
                        .map(AccessLogLines::row)
                        .toList());
    }

    private List<JsonNode> lately(Patient patient) throws IOException, InterruptedException {
        return patient.wholeAccessLog().stream()
                .filter(entry -> !Instant.parse(entry.path("time").asText()).isBefore(since))
                .toList();
    }

    private static List<String> acts(List<JsonNode> entries) {
        return entries.stream().map(AccessLogLines::act).toList();
    }

    private static String act(JsonNode entry) {
        return entry.path("action").asText() + " " + entry.path("purpose").asText();
    }

    private static List<String> row(JsonNode entry) {
        String actor =
                entry.at("/actor/role").asText() + " " + entry.at("/actor/id").asText("");
        return List.of(
                entry.path("time").asText(),
                actor.strip(),
                entry.path("action").asText(),
                entry.path("purpose").asText());
    }
}
