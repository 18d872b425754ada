package no.brevdue.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The address register of these tests: it tells what a test lets happen. */
public final class AddressEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<ObjectNode> EVENTS = new ArrayList<>();

    private static final Set<String> METHODS = ConcurrentHashMap.newKeySet();

    private AddressEvents() {}

    public static void organization(long herId, String number, String name) {
        happened(party("Organization", herId, number).put("Name", name));
    }

    public static void service(long herId, long parent, String number, String name) {
        happened(party("Service", herId, number).put("ParentHerId", parent).put("Name", name));
    }

    /** Some write the HPR number as text with zeros before it. */
    public static void person(long herId, long parent, String number, String hprNumber) {
        happened(party("Person", herId, number).put("ParentHerId", parent).put("HprNo", hprNumber));
    }

    public static void ended(long herId, String number, String name, String until) {
        ObjectNode party = party("Organization", herId, number).put("Name", name);
        ObjectNode unused = party.putObject("Valid").put("To", until);
        happened(party);
    }

    /** Something no register should tell. */
    public static void nonsense() {
        happened(party("Organization", 1, "123456789"));
    }

    private static ObjectNode party(String type, long herId, String number) {
        return JSON.createObjectNode().put("Type", type).put("HerId", herId).put("OrganizationNumber", number);
    }

    private static void happened(ObjectNode party) {
        synchronized (EVENTS) {
            EVENTS.add(party);
        }
    }

    /** How the register has been asked: it is read and never written to. */
    public static Set<String> methods() {
        return METHODS;
    }

    private static void note(String method) {
        boolean unused = METHODS.add(method);
    }

    static void answer(HttpExchange exchange) throws IOException {
        note(exchange.getRequestMethod());
        long after = Long.parseLong(exchange.getRequestURI().getQuery().substring("EventId=".length()));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode events = answer.putArray("CommunicationParties");
        synchronized (EVENTS) {
            // The last one known is told again, as a careless register might.
            for (long event = Math.max(1, after); event <= EVENTS.size(); event++) {
                ObjectNode unused =
                        events.addObject().put("EventId", event).set("CommunicationParty", EVENTS.get((int) event - 1));
            }
        }
        try (exchange) {
            Registers.answer(exchange, answer);
        }
    }
}
