package no.brevdue.local.standin;

import com.sun.net.httpserver.HttpExchange;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.people.SyntheticPerson.Protection;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
public final class PopulationRegister implements StandInServer.Endpoint {

    private static final Pattern ADDRESS = Pattern.compile("(.+) (\\d+), (\\d{4}) (.+)");

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        if (!request.getRequestMethod().equals("POST")) {
            return StandInServer.Reply.status(405);
        }
        String form = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<String> number = field(form, "nin");
        if (number.isEmpty()) {
            return StandInServer.Reply.status(400);
        }
        return SyntheticPeople.byNumber(number.get())
                .map(person -> StandInServer.Reply.ok(describe(person)))
                .orElse(StandInServer.Reply.status(404));
    }

    private static Map<String, Object> describe(SyntheticPerson person) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("norwegianIdentificationNumber", valid("identificationNumber", person.number()));
        described.put(
                "name",
                List.of(Map.of("isValid", true, "givenName", person.givenName(), "familyName", person.familyName())));
        described.put("birth", valid("birthDate", dateOnly(person.birthDate())));
        described.put("status", valid("status", person.deceased() == null ? "Resident" : "Deceased"));
        if (person.deceased() != null) {
            described.put("death", Map.of("isValid", true, "deceasedDate", dateOnly(person.deceased())));
        }
        address(person).ifPresent(street -> described.put("residentialAddress", valid("streetAddress", street)));
        described.put("addressProtection", valid("protectionLevel", level(person.protection())));
        described.put(
                "parentalResponsibility",
                parents(person)
                        .map(parent -> Map.of("isValid", true, "responsible", parent.number()))
                        .toList());
        return described;
    }

    /** {@code Storgata 1, 0155 Oslo} in the parts the register has for it. */
    private static Optional<Map<String, Object>> address(SyntheticPerson person) {
        Matcher address = ADDRESS.matcher(person.address());
        return address.matches()
                ? Optional.of(Map.of(
                        "addressName", address.group(1),
                        "addressNumber", Map.of("houseNumber", address.group(2)),
                        "city", Map.of("postalCode", address.group(3), "cityName", address.group(4))))
                : Optional.empty();
    }

    private static Stream<SyntheticPerson> parents(SyntheticPerson child) {
        return child.parents().stream().flatMap(key -> SyntheticPeople.byKey(key).stream());
    }

    private static List<Map<String, Object>> valid(String field, Object value) {
        return List.of(Map.of("isValid", true, field, value));
    }

    private static String dateOnly(LocalDate date) {
        return date + "T00:00:00+00:00";
    }

    private static String level(Protection protection) {
        return switch (protection) {
            case UNCLASSIFIED -> "Unclassified";
            case STRICTLY_CONFIDENTIAL -> "StrictlyConfidential";
        };
    }

    private static Optional<String> field(String form, String name) {
        return Stream.of(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(name))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .findFirst();
    }
}
