package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticNumbers;
import no.brevdue.local.people.SyntheticPeople;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The inhabitants, who live: each order becomes a change of a person and one or more events of the feed. Orders are kept in
 * a file and repeated at the next start, so that the feed goes on where it was.
 */
public final class Population {

    private final Path orders;
    private final Clock clock;
    private final Map<String, Resident> residents = new LinkedHashMap<>();
    private final List<Entry> feed = new ArrayList<>();

    /** One event of the feed; the first has sequence number 1. */
    record Entry(long sequence, String number, String type, Instant at) {}

    private Population(Path orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
        SyntheticPeople.ALL.forEach(person -> residents.put(person.key(), Resident.of(person)));
    }

    /** The population after all orders of the file, if there is one. */
    public static Population of(Path orders, Clock clock) throws IOException {
        Population population = new Population(orders, clock);
        if (Files.exists(orders)) {
            for (String order : Files.readAllLines(orders)) {
                var unused = population.change(StandInServer.JSON.readTree(order));
            }
        }
        return population;
    }

    /** Obeys, and remembers it. */
    synchronized List<Entry> live(JsonNode order) {
        List<Entry> events = change(order);
        try {
            Files.writeString(orders, order + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return events;
    }

    synchronized Optional<Resident> byNumber(String number) {
        return residents.values().stream()
                .filter(resident -> resident.has(number))
                .findFirst();
    }

    synchronized Optional<Resident> byKey(String key) {
        return Optional.ofNullable(residents.get(key));
    }

    synchronized List<Resident> childrenOf(String key) {
        return residents.values().stream()
                .filter(resident -> resident.responsible().stream()
                        .anyMatch(responsible -> responsible.person().equals(key)))
                .toList();
    }

    synchronized List<Entry> from(long sequence, int limit) {
        return feed.stream()
                .filter(entry -> entry.sequence() >= sequence)
                .limit(limit)
                .toList();
    }

    synchronized long last() {
        return feed.size();
    }

    private synchronized List<Entry> change(JsonNode order) {
        if (order.path("event").asText().equals("settle")) {
            return settle(order.path("count").asInt());
        }
        Resident person = require(order.path("person"));
        return switch (order.path("event").asText()) {
            case "die" -> happened(person.died(day(order)), "personErDoed", "endringIDoedsfall");
            case "annul" -> happened(person.died(null), "endringIDoedsfall", "endringIStatus");
            case "protect" ->
                happened(
                        person.protectedAs(order.path("level").asText("StrictlyConfidential")),
                        "endringIAdressebeskyttelse");
            case "move" -> happened(person.livingAt(order.path("address").asText()), "endringIBostedsadresse");
            case "rename" ->
                happened(
                        person.called(
                                order.path("givenName").asText(person.givenName()),
                                order.path("familyName").asText(person.familyName())),
                        "endringINavn");
            case "renumber" -> renumber(person);
            case "responsibility" -> happened(person.childOf(responsible(order)), "endringIForeldreansvar");
            case "guardianship" -> happened(person.guardedBy(guardians(order)), "endringIVergemaal");
            case "merge" -> merge(person, require(order.path("duplicate")));
            case "split" -> split(person, order);
            case "nothing" -> happened(person, "endringISivilstand");
            default -> throw new IllegalArgumentException("no such event");
        };
    }

    /** A crowd moves in; nobody is told, since nobody has heard of any of them. */
    private List<Entry> settle(int count) {
        for (int i = 0; i < count; i++) {
            Resident resident = Resident.of(SyntheticPeople.crowd(i));
            residents.putIfAbsent(resident.key(), resident);
        }
        return List.of();
    }

    /** The number of before ends, and the new one begins: whoever knows only one of them hears of it. */
    private List<Entry> renumber(Resident person) {
        String another = SyntheticNumbers.birthNumber(person.birthDate(), this::isFree);
        List<Entry> events = new ArrayList<>(List.of(append(person.number(), "endringIStatus")));
        events.addAll(happened(
                person.numbered(another, Resident.plus(person.formerNumbers(), List.of(person.number()))),
                "endringIIdentifikasjonsnummer"));
        return events;
    }

    /** Whoever asks for the number of the duplicate gets the one who goes on. */
    private List<Entry> merge(Resident person, Resident duplicate) {
        residents.remove(duplicate.key());
        Entry ended = append(duplicate.number(), "personErOpphoertSomDublett");
        List<Entry> events = new ArrayList<>(List.of(ended));
        events.addAll(happened(
                person.numbered(
                        person.number(),
                        Resident.plus(
                                person.formerNumbers(),
                                Resident.plus(List.of(duplicate.number()), duplicate.formerNumbers()))),
                "personErViderefoertSomGjeldendeVedSammenslaaing"));
        return events;
    }

    /** Somebody whose number was taken for another's gets it back. */
    private List<Entry> split(Resident person, JsonNode order) {
        Resident other =
                Resident.of(SyntheticPeople.byKey(order.path("duplicate").asText())
                        .orElseThrow(() -> new IllegalArgumentException("nobody")));
        if (!person.formerNumbers().contains(other.number())) {
            throw new IllegalArgumentException("not one of their numbers");
        }
        List<Entry> events = new ArrayList<>(happened(
                person.numbered(
                        person.number(),
                        person.formerNumbers().stream()
                                .filter(number -> !number.equals(other.number()))
                                .toList()),
                "personErEndretVedSplitting"));
        events.addAll(happened(other, "personErGjenopprettetVedSplitting"));
        return events;
    }

    private List<Entry> happened(Resident person, String... types) {
        List<Entry> events = new ArrayList<>();
        for (String type : types) {
            events.add(append(person.number(), type));
        }
        residents.put(person.key(), person.at(events.getLast().sequence()));
        return events;
    }

    private Entry append(String number, String type) {
        Entry entry = new Entry(feed.size() + 1L, number, type, clock.instant());
        feed.add(entry);
        return entry;
    }

    private boolean isFree(String number) {
        return residents.values().stream().noneMatch(resident -> resident.has(number));
    }

    private LocalDate day(JsonNode order) {
        return order.has("on")
                ? LocalDate.parse(order.path("on").asText())
                : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** {@code {"parents":{"anne":"Joint","ola":"Joint"}}}. */
    private List<Resident.Responsible> responsible(JsonNode order) {
        return order.path("parents").properties().stream()
                .map(parent -> new Resident.Responsible(
                        require(parent.getKey()).key(), parent.getValue().asText()))
                .collect(Collectors.toList());
    }

    /** {@code {"guardians":[{"person":"kari","type":"Adult","scope":"PersonalInterests"}]}}. */
    private List<Resident.Guardian> guardians(JsonNode order) {
        return StreamSupport.stream(order.path("guardians").spliterator(), false)
                .map(guardian -> new Resident.Guardian(
                        require(guardian.path("person")).key(),
                        guardian.path("type").asText(),
                        guardian.path("scope").asText()))
                .collect(Collectors.toList());
    }

    private Resident require(JsonNode key) {
        return require(key.asText());
    }

    private Resident require(String key) {
        return byKey(key).orElseThrow(() -> new IllegalArgumentException("nobody is called that"));
    }
}
