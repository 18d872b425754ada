package no.brevdue.identity.organization;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.platform.identity.OrganizationNumber;
import no.brevdue.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads one event of the address register. */
final class PartyDocument {

    private PartyDocument() {}

    /** Empty if it does not say what a party must: HER-id, kind, organisation number, and a parent or none. */
    static Optional<Party> read(JsonNode event) {
        JsonNode party = event.path("CommunicationParty");
        try {
            PartyKind kind = kind(party.path("Type").asText());
            Long parent = positive(party.path("ParentHerId"));
            Long herId = positive(party.path("HerId"));
            if (herId == null || (parent == null) != (kind == PartyKind.ORGANIZATION)) {
                return Optional.empty();
            }
            return Optional.of(new Party(
                    herId,
                    kind,
                    OrganizationNumber.of(party.path("OrganizationNumber").asText()),
                    parent,
                    kind == PartyKind.PERSON ? null : party.path("Name").asText(),
                    kind == PartyKind.PERSON ? positive(party.path("HprNo")) : null,
                    time(party.at("/Valid/To")),
                    event.path("EventId").asLong()));
        } catch (ProblemException | IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static PartyKind kind(String type) {
        return switch (type) {
            case "Organization" -> PartyKind.ORGANIZATION;
            case "Service" -> PartyKind.SERVICE;
            case "Person" -> PartyKind.PERSON;
            default -> throw new IllegalArgumentException("no such type");
        };
    }

    /** Numbers come as numbers or, with zeros before them, as text. */
    private static @Nullable Long positive(JsonNode number) {
        return number.isMissingNode() || number.isNull() || number.asText().isEmpty()
                ? null
                : Long.valueOf(Long.parseUnsignedLong(number.asText()));
    }

    private static @Nullable Instant time(JsonNode time) {
        return time.isTextual() ? OffsetDateTime.parse(time.asText()).toInstant() : null;
    }
}
