package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.people.SyntheticPerson.ContactData;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contact and reservation register (KRR): {@code POST /rest/v2/personer}. Like the real one it writes times in two
 * forms ({@code …+02} and {@code …Z} with milliseconds), keeps telling values that are too old to use, and leaves out every
 * field it has no value for.
 */
public final class Krr implements StandInServer.Endpoint {

    private static final int MOST_PERSONS = 1000;
    private static final Duration USABLE = Duration.ofDays(548);
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter SHORT_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssx");
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX");

    private final BearerCheck bearer;
    private final Population population;
    private final Faults faults;
    private final InstantSource clock;

    /** By business time, people have confirmed their addresses lately in any year. */
    public Krr(BearerCheck bearer, Population population, Faults faults, InstantSource clock) {
        this.bearer = bearer;
        this.population = population;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        if (!request.getRequestMethod().equals("POST")) {
            return StandInServer.Reply.status(405);
        }
        if (!bearer.allows(request)) {
            return StandInServer.Reply.status(401);
        }
        Faults.Fault fault = faults.now();
        if (fault.away()) {
            return fault.instead();
        }
        JsonNode asked = StandInServer.JSON.readTree(request.getRequestBody()).path("personidentifikatorer");
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MOST_PERSONS) {
            return StandInServer.Reply.status(400);
        }
        List<Map<String, Object>> people = new ArrayList<>();
        asked.forEach(number -> {
            Map<String, Object> person = describe(number.asText());
            people.add(person);
            if (fault.contradict()) {
                Map<String, Object> other = new LinkedHashMap<>(person);
                other.put("reservasjon", "JA");
                people.add(other);
            }
        });
        return StandInServer.Reply.ok(Map.of("personer", people));
    }

    private Map<String, Object> describe(String number) {
        ContactData contact = population
                .byNumber(number)
                .flatMap(resident -> SyntheticPeople.byKey(resident.key()))
                .map(SyntheticPerson::contact)
                .orElse(null);
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("personidentifikator", number);
        boolean reserved =
                SyntheticPeople.RESERVED.stream().anyMatch(one -> one.number().equals(number));
        person.put("reservasjon", reserved ? "JA" : "NEI");
        if (contact == null) {
            person.put("status", "IKKE_REGISTRERT");
            person.put("varslingsstatus", "KAN_IKKE_VARSLES");
            return person;
        }
        person.put("status", "AKTIV");
        person.put("varslingsstatus", canBeNotified(contact) ? "KAN_VARSLES" : "KAN_IKKE_VARSLES");
        person.put("kontaktinformasjon", channels(contact));
        person.put("spraak", contact.language());
        person.put("spraak_oppdatert", shortOffset(contact.emailAge()));
        return person;
    }

    private Map<String, Object> channels(ContactData contact) {
        Map<String, Object> channels = new LinkedHashMap<>();
        if (contact.email() != null) {
            channels.put("epostadresse", contact.email());
            channels.put("epostadresse_oppdatert", shortOffset(contact.emailAge()));
            channels.put("epostadresse_sist_verifisert", shortOffset(contact.emailAge()));
        }
        if (contact.mobile() != null) {
            channels.put("mobiltelefonnummer", contact.mobile());
            channels.put("mobiltelefonnummer_oppdatert", milliseconds(contact.mobileAge()));
        }
        return channels;
    }

    private static boolean canBeNotified(ContactData contact) {
        return (contact.email() != null && contact.emailAge().compareTo(USABLE) < 0)
                || (contact.mobile() != null && contact.mobileAge().compareTo(USABLE) < 0);
    }

    private String shortOffset(Duration age) {
        return SHORT_OFFSET.format(before(age).withZoneSameInstant(NORWAY));
    }

    private String milliseconds(Duration age) {
        return MILLISECONDS.format(before(age));
    }

    private ZonedDateTime before(Duration age) {
        return clock.instant().minus(age).truncatedTo(ChronoUnit.MILLIS).atZone(ZoneOffset.UTC);
    }
}
