package no.brevdue.identity.population;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A name and where it is written on a letter. */
public record PostalAddress(String name, List<String> lines) {

    /** Nothing unless the register has a name and a street, and says that the address is not protected. */
    static Optional<PostalAddress> of(JsonNode person) {
        boolean open = valid(person, "addressProtection")
                .allMatch(level -> level.path("protectionLevel").asText().equals("Unclassified"));
        Optional<String> name = valid(person, "name")
                .map(part -> join(part, "givenName", "middleName", "familyName"))
                .filter(text -> !text.isEmpty())
                .findFirst();
        Optional<List<String>> lines = valid(person, "residentialAddress")
                .map(address -> address.path("streetAddress"))
                .map(PostalAddress::lines)
                .filter(all -> all.stream().noneMatch(String::isEmpty))
                .findFirst();
        return open && name.isPresent() && lines.isPresent()
                ? Optional.of(new PostalAddress(name.get(), lines.get()))
                : Optional.empty();
    }

    private static List<String> lines(JsonNode street) {
        JsonNode number = street.path("addressNumber");
        String house =
                number.path("houseNumber").asText() + number.path("houseLetter").asText();
        String name = street.path("addressName").asText();
        String city = join(street.path("city"), "postalCode", "cityName");
        return List.of(name.isEmpty() ? "" : (name + " " + house).strip(), city);
    }

    private static Stream<JsonNode> valid(JsonNode person, String part) {
        return StreamSupport.stream(person.path(part).spliterator(), false)
                .filter(each -> each.path("isValid").asBoolean());
    }

    private static String join(JsonNode part, String... fields) {
        return Stream.of(fields)
                .map(field -> part.path(field).asText().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "PostalAddress[***]";
    }
}
