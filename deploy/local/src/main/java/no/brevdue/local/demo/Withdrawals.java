package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticOrganization;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Consents are taken back while the register tells of a hundred events a second: since when does each reader act on it? */
final class Withdrawals {

    private final Narrator narrator;
    private final World world;

    Withdrawals(Narrator narrator, World world) {
        this.narrator = narrator;
        this.world = world;
    }

    void tell(int first, int people, int eventsPerSecond, Duration bound) throws IOException, InterruptedException {
        narrator.chapter(
                "%d people take back a consent while %d events a second are told".formatted(people, eventsPerSecond));
        List<Decider> deciders = new ArrayList<>();
        for (int i = first; i < first + people; i++) {
            Decider decider = Decider.of(i, SyntheticOrganization.FJORD);
            JsonNode given =
                    decider.onceEffective(decider.decide("GRANT").require(201).text("/consentId"));
            if (!Decider.isEffective(given)) {
                throw new ClaimFailed("A consent is effective", given.toString());
            }
            deciders.add(decider);
        }
        Map<String, List<Duration>> delays = new TreeMap<>();
        OthersLive others = new OthersLive(world, first, eventsPerSecond);
        try {
            for (Decider decider : deciders) {
                String consent = decider.decide("WITHDRAW").require(201).text("/consentId");
                JsonNode withdrawn = decider.onceEffective(consent);
                Instant decided = Instant.parse(withdrawn.path("decidedAt").asText());
                for (JsonNode reader : withdrawn.path("readers")) {
                    String what = reader.path("reader").asText() + ": from the withdrawal to acting on it";
                    List<Duration> seen = delays.computeIfAbsent(what, unused -> new ArrayList<>());
                    seen.add(Duration.between(
                            decided, Instant.parse(reader.path("effectiveAt").asText())));
                }
            }
        } finally {
            others.end();
        }
        narrator.expect("Every reader was heard of", delays.size() == 3, delays.keySet());
        SuddenDeaths.within(narrator, bound, delays);
    }
}
