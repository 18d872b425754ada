package no.brevdue.identity.krr;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.contracts.identity.v1.Language;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one person of KRR's answer. Every block of it may be missing, and stale addresses are still told. */
final class KrrPerson {

    private KrrPerson() {}

    static String number(JsonNode person) {
        return person.path("personidentifikator").asText();
    }

    static ContactData read(JsonNode person) {
        JsonNode contact = person.path("kontaktinformasjon");
        boolean active = switch (person.path("status").asText()) {
            case "SLETTET", "IKKE_REGISTRERT" -> false;
            default -> true;
        };
        return new ContactData(
                // KRR always tells the reservation. Should it be silent, nobody is reached against their will.
                // "varslingsstatus" is no reservation: stale addresses make it KAN_IKKE_VARSLES as well.
                !person.path("reservasjon").asText().equals("NEI"),
                language(person.path("spraak").asText()),
                active ? channel(contact, "epostadresse") : null,
                active ? channel(contact, "mobiltelefonnummer") : null);
    }

    private static @Nullable Channel channel(JsonNode contact, String field) {
        String address = contact.path(field).asText();
        return address.isEmpty() ? null : new Channel(address, confirmedAt(contact, field));
    }

    private static @Nullable Instant confirmedAt(JsonNode contact, String field) {
        return Stream.of(field + "_oppdatert", field + "_sist_verifisert")
                .flatMap(name -> time(contact.path(name).asText()).stream())
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** {@code 2023-06-29T10:14:52+02} as well as {@code …Z}; a time that cannot be read confirms nothing. */
    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Language language(String code) {
        try {
            return Language.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException absentOrUnknown) {
            return Language.NB;
        }
    }
}
