package no.brevdue.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import no.brevdue.local.people.SyntheticOrganization;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The address register (Adresseregisteret): {@code GET /CommunicationPartyEvents?EventId=n} tells what happened after an event,
 * {@code POST} with {@code {"herId":…,"organization":"…","hprNumber":"…"}} lets somebody begin to work there and with
 * {@code {"herId":…,"organization":"…","hprNumber":"…","until":"…"}} end. It forgets at a restart, like nobody's real one;
 * unlike the real one it asks for no HelseID token.
 */
public final class AddressRegister implements StandInServer.Endpoint {

    /** Those that {@code ./brevdue token} knows. */
    public static final long DOCTOR_HER_ID = 200_001;

    public static final String DOCTOR_HPR_NUMBER = "009144900";

    private final Clock clock;
    private final List<Map<String, Object>> events = new ArrayList<>();

    public AddressRegister(Clock clock) {
        this.clock = clock;
        for (SyntheticOrganization organization : SyntheticOrganization.values()) {
            String number = organization.number();
            String title = organization.title();
            happened(party("Organization", herId(number), number, null, title, null, null));
            happened(party("Service", herId(number) + 500_000, number, herId(number), title + ", dialog", null, null));
        }
        String solvang = SyntheticOrganization.SOLVANG.number();
        happened(party("Person", DOCTOR_HER_ID, solvang, herId(solvang), "", DOCTOR_HPR_NUMBER, null));
    }

    /** Each has one of its own; what it is says nothing. */
    private static long herId(String organizationNumber) {
        return Long.parseLong(organizationNumber) % 100_000_000;
    }

    @Override
    public StandInServer.Reply answer(HttpExchange request) throws IOException {
        return switch (request.getRequestMethod()) {
            case "GET" -> StandInServer.Reply.ok(after(request.getRequestURI().getQuery()));
            case "POST" -> {
                live(StandInServer.JSON.readTree(request.getRequestBody()));
                yield StandInServer.Reply.ok(Map.of());
            }
            default -> StandInServer.Reply.status(405);
        };
    }

    private synchronized Map<String, Object> after(@Nullable String query) {
        if (query == null || !query.matches("EventId=\\d{1,18}")) {
            throw new IllegalArgumentException("no event");
        }
        long last = Long.parseLong(query.substring("EventId=".length()));
        return Map.of(
                "CommunicationParties",
                List.copyOf(events.subList((int) Math.min(last, events.size()), events.size())),
                "Links",
                Map.of());
    }

    private void live(JsonNode order) {
        String organization = order.path("organization").asText();
        happened(party(
                "Person",
                order.required("herId").asLong(),
                organization,
                herId(organization),
                "",
                order.required("hprNumber").asText(),
                order.hasNonNull("until") ? order.path("until").asText() : null));
    }

    private synchronized void happened(Map<String, Object> party) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("EventId", events.size() + 1L);
        event.put("FromDatetime", clock.instant().toString());
        event.put("HerId", party.get("HerId"));
        event.put("OrgNr", party.get("OrganizationNumber"));
        event.put("EventType", "CommunicationPartyUpdated");
        event.put("CommunicationParty", party);
        events.add(event);
    }

    private static Map<String, Object> party(
            String type,
            long herId,
            String organization,
            @Nullable Long parent,
            String name,
            @Nullable String hprNumber,
            @Nullable String until) {
        Map<String, Object> party = new LinkedHashMap<>();
        party.put("Type", type);
        party.put("HerId", herId);
        party.put("OrganizationNumber", organization);
        party.put("ParentHerId", parent);
        party.put("Name", name);
        party.put("HprNo", hprNumber);
        party.put("Valid", until == null ? Map.of() : Map.of("To", until));
        return party;
    }
}
