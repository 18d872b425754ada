package no.brevdue.identity.population;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.identity.family.GuardianshipScope;
import no.brevdue.identity.family.GuardianshipType;
import no.brevdue.identity.family.ParentalResponsibility;
import no.brevdue.identity.person.PersonName;
import no.brevdue.identity.person.RegisterFacts;
import no.brevdue.identity.population.PopulationRecord.Guardian;
import no.brevdue.identity.population.PopulationRecord.Responsible;
import no.brevdue.platform.identity.NationalIdentityNumber;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a person of the population register. Only parts that are still valid count; history may be among them. */
final class PopulationDocument {

    private static final int DATE_LENGTH = "2000-01-31".length();

    private final JsonNode person;
    private final Function<String, Optional<NationalIdentityNumber>> numbers;

    /** Reads with {@code numbers}, which gives nothing for a number that may not be used here. */
    PopulationDocument(JsonNode person, Function<String, Optional<NationalIdentityNumber>> numbers) {
        this.person = person;
        this.numbers = numbers;
    }

    /**
     * Nothing if there is not exactly one date of birth: it cannot be read from the number, and age decides who may read
     * letters.
     */
    Optional<PopulationRecord> read() {
        Set<LocalDate> births = valid("birth")
                .flatMap(birth -> date(birth.path("birthDate").asText()).stream())
                .collect(Collectors.toSet());
        return births.size() == 1 ? Optional.of(record(births.iterator().next())) : Optional.empty();
    }

    private PopulationRecord record(LocalDate birthDate) {
        return new PopulationRecord(
                person.path("sequenceNumber").asLong(),
                new RegisterFacts(birthDate, deceased(), addressProtected()),
                identifiers(PopulationDocument::inUse).findFirst().orElse(null),
                identifiers(Predicate.not(PopulationDocument::inUse)).toList(),
                name(),
                Stream.of("residentialAddress", "sharedResidence")
                        .flatMap(this::valid)
                        .flatMap(address -> Residence.of(address).stream())
                        .collect(Collectors.toSet()),
                valid("parentalResponsibility")
                        .flatMap(part -> responsible(part).stream())
                        .distinct()
                        .toList(),
                valid("guardianshipOrFuturePowerOfAttorney")
                        .flatMap(part -> guardian(part).stream())
                        .distinct()
                        .toList());
    }

    private boolean deceased() {
        return person.path("death").path("isValid").asBoolean()
                || valid("status")
                        .anyMatch(status -> status.path("status").asText().equals("Deceased"));
    }

    /** A level we do not know protects as well. */
    private boolean addressProtected() {
        return valid("addressProtection")
                .map(protection -> protection.path("protectionLevel").asText())
                .anyMatch(level -> !level.equals("Unclassified") && !level.equals("ClientAddress"));
    }

    private Stream<NationalIdentityNumber> identifiers(Predicate<JsonNode> which) {
        return parts("norwegianIdentificationNumber")
                .filter(which)
                .flatMap(part -> numbers.apply(part.path("identificationNumber").asText()).stream())
                .distinct();
    }

    private static boolean inUse(JsonNode identifier) {
        return identifier.path("isValid").asBoolean()
                && !identifier.path("status").asText().equals("Discontinued");
    }

    private @Nullable PersonName name() {
        return valid("name")
                .map(name -> new PersonName(
                        name.path("givenName").asText(),
                        name.path("middleName").asText(),
                        name.path("familyName").asText()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The register tells parents of their children in the same list, with the child as subject. */
    private Optional<Responsible> responsible(JsonNode part) {
        return numbers.apply(part.path("responsible").asText())
                .map(number -> new Responsible(
                        number,
                        ParentalResponsibility.of(
                                part.path("responsibilityType").asText())));
    }

    private Optional<Guardian> guardian(JsonNode part) {
        JsonNode guardian = part.path("guardian");
        return numbers.apply(guardian.path("identificationNumber").asText())
                .map(number -> new Guardian(
                        number,
                        GuardianshipType.of(part.path("guardianshipType").asText()),
                        GuardianshipScope.of(
                                guardian.path("guardianshipScope").asText(),
                                guardian.path("isGuardianshipInPersonalScope").asBoolean(true))));
    }

    private Stream<JsonNode> valid(String field) {
        return parts(field).filter(part -> part.path("isValid").asBoolean());
    }

    private Stream<JsonNode> parts(String field) {
        return StreamSupport.stream(person.path(field).spliterator(), false);
    }

    /** The register writes a time and a zone after each date that mean nothing. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length()))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** How a registered address is spelled, so that two people at the same place have the same text. */
    private static final class Residence {

        private static final List<String> STREET = List.of(
                "/streetAddress/municipalityNumber",
                "/streetAddress/addressCode",
                "/streetAddress/addressName",
                "/streetAddress/addressNumber/houseNumber",
                "/streetAddress/addressNumber/houseLetter",
                "/streetAddress/city/postalCode");

        private Residence() {}

        /** Neighbours in one house are told apart by the unit. Nothing if the place is unknown. */
        static Optional<String> of(JsonNode address) {
            String identifier = address.path("cadastralIdentifier").asText();
            String place = identifier.isEmpty()
                    ? STREET.stream().map(path -> address.at(path).asText()).collect(Collectors.joining("|"))
                    : identifier;
            if (place.replace("|", "").isEmpty()) {
                return Optional.empty();
            }
            String unit = address.at("/streetAddress/unitNumber").asText()
                    + address.at("/cadastralAddress/unitNumber").asText();
            return Optional.of(place + "#" + unit);
        }
    }
}
