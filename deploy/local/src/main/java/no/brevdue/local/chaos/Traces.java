package no.brevdue.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.brevdue.contracts.Topic;
import no.brevdue.local.demo.Narrator;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What operators read, and what services tell one another, of all that happened on this stack: codes and ids, and nobody's business. */
final class Traces {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the letters of the stories: titles, bodies, a file. */
    private static final List<String> OF_LETTERS = List.of(
            "hudpoliklinikken",
            "føflekken",
            "innkalling.pdf",
            "blodprøve",
            "Prøven din",
            "Brev nummer",
            "Dette er brev");

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ");

    /** What the JVM itself says before anybody writes JSON. */
    private static final Pattern OF_THE_JVM = Pattern.compile("(WARNING: .*)?");

    private final Narrator narrator;
    private final Stack stack;

    Traces(Narrator narrator, Stack stack) {
        this.narrator = narrator;
        this.stack = stack;
    }

    void tell() throws IOException {
        narrator.chapter("4. What nobody finds in logs and on Kafka");
        List<String> secrets = secrets();
        for (Service service : Service.values()) {
            List<String> lines = Files.readAllLines(stack.log(service)).stream()
                    .filter(line -> !OF_THE_JVM.matcher(line).matches())
                    .toList();
            narrator.expect(
                    service.module() + " logs one JSON object per line, with time, level and service",
                    !lines.isEmpty() && lines.stream().allMatch(line -> isEntry(line, service)),
                    lines.size() + " lines");
            narrator.expect(
                    "... and no content, number, address, name or token",
                    lines.stream()
                            .noneMatch(line -> TOKEN.matcher(line).find()
                                    || tells(line, secrets).isPresent()),
                    first(lines, secrets));
        }
        List<String> facts = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            Facts.read(topic, stack.kafkaSettings())
                    .forEach(fact -> facts.add(fact.data().toString()));
        }
        narrator.expect(
                "Nor does any fact on Kafka carry such a thing",
                !facts.isEmpty()
                        && facts.stream().noneMatch(fact -> tells(fact, secrets).isPresent()),
                facts.size() + " facts, " + first(facts, secrets));
    }

    private static boolean isEntry(String line, Service service) {
        try {
            JsonNode entry = JSON.readTree(line);
            return entry.hasNonNull("timestamp")
                    && entry.hasNonNull("level")
                    && entry.path("service").asText().equals(service.id());
        } catch (IOException noJson) {
            return false;
        }
    }

    /** Which kind of thing was found, not the thing itself. */
    private static String first(List<String> lines, List<String> secrets) {
        return lines.stream()
                .flatMap(line -> tells(line, secrets).stream())
                .findFirst()
                .map(found -> "found: " + found)
                .orElse(secrets.size() + " things looked for");
    }

    private static Optional<String> tells(String line, List<String> secrets) {
        return secrets.stream().filter(line::contains).findFirst();
    }

    private static List<String> secrets() {
        Stream<SyntheticPerson> crowd = IntStream.range(1_500, 1_600).mapToObj(SyntheticPeople::crowd);
        Stream<String> ofPeople = Stream.concat(SyntheticPeople.ALL.stream(), crowd)
                .flatMap(person -> Stream.of(
                                person.number(),
                                person.givenName() + " " + person.familyName(),
                                person.address(),
                                person.contact() == null ? "" : person.contact().email(),
                                person.contact() == null ? "" : person.contact().mobile())
                        .filter(text -> text != null && !text.isEmpty()));
        return Stream.concat(OF_LETTERS.stream(), ofPeople).toList();
    }
}
