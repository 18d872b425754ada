package no.brevdue.local.standin;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The population register (Folkeregisteret) as Persontjenesten of Norsk helsenett serves it:
 * {@code POST /api/legal-basis/person/get-by-nin} with the form field {@code nin}; 404 for a number nobody has. Only the
 * parts that Brevdue reads are here. Dates carry a time of day that means nothing, and must be ignored.
 *
 * <p>Unlike the real one it asks for no HelseID token.
 */
final class PopulationRegister implements StandInServer.Endpoint {

    private static final Pattern ADDRESS = Pattern.compile("(.+) (\\d+), (\\d{4}) (.+)");

    private final Population population;
    private final Faults faults;

    PopulationRegister(Population population, Faults faults) {
        this.population = population;
        this.faults = faults;
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        if (!request.getRequestMethod().equals("POST")) {
            return StandInServer.Reply.status(405);
        }
        Faults.Fault fault = faults.now();
        if (fault.away()) {
            return fault.instead();
        }
        String form = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<String> number = field(form, "nin");
        if (number.isEmpty()) {
            return StandInServer.Reply.status(400);
        }
        return population
                .byNumber(number.get())
                .map(person -> StandInServer.Reply.ok(describe(person, fault)))
                .orElse(StandInServer.Reply.status(404));
    }

    private Map<String, Object> describe(Resident person, Faults.Fault fault) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("norwegianIdentificationNumber", numbers(person));
        described.put(
                "name",
                List.of(Map.of("isValid", true, "givenName", person.givenName(), "familyName", person.familyName())));
        described.put("birth", births(person, fault));
        described.put("status", valid("status", person.deceased() == null ? "Resident" : "Deceased"));
        if (person.deceased() != null) {
            described.put("death", Map.of("isValid", true, "deceasedDate", dateOnly(person.deceased())));
        }
        described.put("addressProtection", valid("protectionLevel", person.protection()));
        if (!person.address().isEmpty()) {
            described.put("residentialAddress", List.of(residence(person.address())));
        }
        described.put("parentalResponsibility", responsibilities(person));
        described.put(
                "guardianshipOrFuturePowerOfAttorney",
                person.guardians().stream()
                        .flatMap(guardian -> guardianship(guardian).stream())
                        .toList());
        described.put("sequenceNumber", person.sequence());
        return described;
    }

    /** {@code Storgata 1, 0155 Oslo} in the parts the register has for it. */
    private static Map<String, Object> residence(String place) {
        Map<String, Object> residence = new LinkedHashMap<>();
        residence.put("isValid", true);
        residence.put("cadastralIdentifier", place);
        Matcher address = ADDRESS.matcher(place);
        if (address.matches()) {
            residence.put(
                    "streetAddress",
                    Map.of(
                            "addressName", address.group(1),
                            "addressNumber", Map.of("houseNumber", address.group(2)),
                            "city", Map.of("postalCode", address.group(3), "cityName", address.group(4))));
        }
        return residence;
    }

    private static List<Map<String, Object>> numbers(Resident person) {
        List<Map<String, Object>> numbers = new ArrayList<>();
        numbers.add(Map.of("isValid", true, "status", "InUse", "identificationNumber", person.number()));
        person.formerNumbers()
                .forEach(former -> numbers.add(
                        Map.of("isValid", false, "status", "Discontinued", "identificationNumber", former)));
        return numbers;
    }

    private static List<Map<String, Object>> births(Resident person, Faults.Fault fault) {
        List<Map<String, Object>> births = new ArrayList<>(valid("birthDate", dateOnly(person.birthDate())));
        if (fault.contradict()) {
            births.addAll(valid("birthDate", dateOnly(person.birthDate().plusDays(1))));
        }
        return births;
    }

    /** Children are told of those responsible for them, and those of the children. */
    private List<Map<String, Object>> responsibilities(Resident person) {
        Stream<Map<String, Object>> forThePerson = person.responsible().stream()
                .flatMap(parent -> population.byKey(parent.person()).stream()
                        .map(someone -> Map.of(
                                "isValid",
                                true,
                                "responsibilityType",
                                parent.type(),
                                "responsible",
                                someone.number())));
        Stream<Map<String, Object>> ofThePerson = population.childrenOf(person.key()).stream()
                .map(child -> Map.of("isValid", true, "subjectOfResponsibility", child.number()));
        return Stream.concat(forThePerson, ofThePerson).toList();
    }

    private Optional<Map<String, Object>> guardianship(Resident.Guardian guardian) {
        return population
                .byKey(guardian.person())
                .map(someone -> Map.of(
                        "isValid",
                        true,
                        "guardianshipType",
                        guardian.type(),
                        "guardian",
                        Map.of(
                                "identificationNumber",
                                someone.number(),
                                "guardianshipScope",
                                guardian.scope(),
                                "isGuardianshipInPersonalScope",
                                guardian.scope().contains("Personal"))));
    }

    private static List<Map<String, Object>> valid(String field, Object value) {
        return List.of(Map.of("isValid", true, field, value));
    }

    private static String dateOnly(LocalDate date) {
        return date + "T00:00:00+00:00";
    }

    private static Optional<String> field(String form, String name) {
        return Stream.of(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(name))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .findFirst();
    }
}
