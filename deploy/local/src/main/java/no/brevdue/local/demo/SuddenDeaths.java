package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A hundred events a second in the population register, deaths among them and revocations beside them: how long do people still read? */
public final class SuddenDeaths implements Story {

    private static final int PEOPLE = 100;
    private static final int GIVERS = 20;
    private static final int EVENTS_PER_SECOND = 100;
    /** A death is two events, so each of these is nine ordinary ones and a death of one person. */
    private static final int ORDINARY_PER_DEATH = 8;

    /** Every so many of them is watched in the other services, too: to watch all would be most of the load. */
    private static final int ONE_IN = 10;

    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final Clinic clinic = new Clinic("solvang-clinic");
    private final World world = new World();
    private final Map<String, Instant> diedAt = new HashMap<>();
    private final ClosedLogins logins = new ClosedLogins();

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        world.settle(PEOPLE + GIVERS);
        try {
            deaths(narrator);
        } finally {
            for (int i = 0; i < PEOPLE; i++) {
                world.live("{\"event\":\"annul\",\"person\":\"crowd-" + i + "\"}");
            }
        }
        new Revocations(narrator, clinic, world).tell(PEOPLE, GIVERS, EVENTS_PER_SECOND, BOUND);
        new Withdrawals(narrator, world).tell(PEOPLE, GIVERS, EVENTS_PER_SECOND, BOUND);
    }

    private void deaths(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("%d people each have an unread letter".formatted(PEOPLE));
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            messages.add(clinic.send(
                            Letter.to(SyntheticPeople.crowd(i), "Innkalling", "Vi ber deg komme."),
                            List.of(),
                            UUID.randomUUID().toString())
                    .require(201)
                    .text("/messageId"));
        }
        long published = Patiently.await(A_WHILE, () -> count(messages, "delivery-published"), n -> n == PEOPLE);
        narrator.expect("All are published", published == PEOPLE, published + " letters");
        boolean open = true;
        for (int i = 0; i < PEOPLE; i += ONE_IN) {
            open &= ClosedLogins.areOpen(SyntheticPeople.crowd(i));
        }
        narrator.expect("People are shown what is their own", open, "identity, consent, audit");

        narrator.chapter("They die while %d events a second are told".formatted(EVENTS_PER_SECOND));
        Instant begun = Instant.now();
        int events = letDie(messages);
        Duration took = Duration.between(begun, Instant.now());
        narrator.say("%d events in %d ms".formatted(events, took.toMillis()));
        long paused = Patiently.await(A_WHILE, () -> count(messages, "delivery-paused"), n -> n == PEOPLE);
        narrator.expect("Every letter is paused", paused == PEOPLE, paused + " letters");
        Map<String, List<Duration>> delays = new TreeMap<>();
        delays.put("mailbox: from the event to the lock of the letter", delays());
        logins.seen().forEach((service, seen) -> delays.put(service + ": from the event to the closed login", seen));
        within(narrator, BOUND, delays);
    }

    /** Notification-service keeps nothing of people and is not among them: it asks when it is about to tell somebody. */
    static void within(Narrator narrator, Duration bound, Map<String, List<Duration>> delays) {
        Map<String, List<Duration>> sorted = new TreeMap<>();
        delays.forEach((what, seen) -> sorted.put(what, seen.stream().sorted().toList()));
        sorted.forEach((what, seen) -> narrator.say(what + ": " + figures(seen)));
        sorted.forEach((what, seen) ->
                narrator.expect("At most a second, " + what, seen.getLast().compareTo(bound) <= 0, figures(seen)));
    }

    private static String figures(List<Duration> sorted) {
        return "p50 %d ms, p99 %d ms, most %d ms, of %d"
                .formatted(
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.get(sorted.size() * 99 / 100).toMillis(),
                        sorted.getLast().toMillis(),
                        sorted.size());
    }

    private int letDie(List<String> messages) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        int events = 0;
        for (int i = 0; i < PEOPLE; i++) {
            for (int ordinary = 0; ordinary < ORDINARY_PER_DEATH; ordinary++) {
                int somebody = (i + 1 + ordinary) % PEOPLE;
                pace(begun, events, EVENTS_PER_SECOND);
                world.live("{\"event\":\"nothing\",\"person\":\"crowd-" + somebody + "\"}");
                events++;
            }
            pace(begun, events, EVENTS_PER_SECOND);
            Instant now = Instant.now();
            diedAt.put(messages.get(i), now);
            world.live("{\"event\":\"die\",\"person\":\"crowd-" + i + "\"}");
            if (i % ONE_IN == 0) {
                logins.watch(SyntheticPeople.crowd(i), now);
            }
            events += 2;
        }
        return events;
    }

    /** Open loop: an event that is late does not hold up the next. */
    static void pace(Instant begun, int events, int perSecond) throws InterruptedException {
        Duration ahead = Duration.between(
                Instant.now(),
                begun.plus(Duration.ofSeconds(1).multipliedBy(events).dividedBy(perSecond)));
        if (ahead.isPositive()) {
            Thread.sleep(ahead);
        }
    }

    private long count(List<String> messages, String type) throws IOException, InterruptedException {
        return clinic.feed().stream()
                .filter(event -> event.path("type").asText().equals(type)
                        && messages.contains(event.path("messageId").asText()))
                .count();
    }

    private List<Duration> delays() throws IOException, InterruptedException {
        List<Duration> delays = new ArrayList<>();
        for (JsonNode event : clinic.feed()) {
            Instant died = diedAt.get(event.path("messageId").asText());
            if (died != null && event.path("type").asText().equals("delivery-paused")) {
                delays.add(Duration.between(died, Instant.parse(event.path("at").asText())));
            }
        }
        return delays;
    }
}
