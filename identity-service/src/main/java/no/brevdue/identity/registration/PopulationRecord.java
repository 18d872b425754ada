package no.brevdue.identity.registration;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.identity.person.RegisterFacts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a person of the population register. Only parts that are still valid count; history may be among them. */
final class PopulationRecord {

    private static final int DATE_LENGTH = "2000-01-31".length();

    private PopulationRecord() {}

    /** Nothing if there is no date of birth: it cannot be read from the number, and age decides who may read letters. */
    static Optional<RegisterFacts> facts(JsonNode person) {
        return valid(person.path("birth"))
                .flatMap(birth -> date(birth.path("birthDate").asText()).stream())
                .findFirst()
                .map(birthDate -> new RegisterFacts(birthDate, deceased(person), addressProtected(person)));
    }

    private static boolean deceased(JsonNode person) {
        return person.path("death").path("isValid").asBoolean()
                || valid(person.path("status"))
                        .anyMatch(status -> status.path("status").asText().equals("Deceased"));
    }

    /** A level we do not know protects as well. */
    private static boolean addressProtected(JsonNode person) {
        return valid(person.path("addressProtection"))
                .map(protection -> protection.path("protectionLevel").asText())
                .anyMatch(level -> !level.equals("Unclassified") && !level.equals("ClientAddress"));
    }

    private static Stream<JsonNode> valid(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> part.path("isValid").asBoolean());
    }

    /** The register writes a time and a zone after each date that mean nothing. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length()))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
