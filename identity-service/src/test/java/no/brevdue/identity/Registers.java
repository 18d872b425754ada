package no.brevdue.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The population register and the contact register of these tests: they know whom a test tells them, and can be away. */
public final class Registers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, ObjectNode> POPULATION = new ConcurrentHashMap<>();
    private static final Map<String, ObjectNode> CONTACTS = new ConcurrentHashMap<>();
    private static volatile boolean populationAway;
    private static volatile boolean krrAway;
    private static final Set<String> CONTRADICTED = ConcurrentHashMap.newKeySet();
    private static volatile CountDownLatch krrStalls = new CountDownLatch(0);

    private Registers() {}

    static HttpServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/legal-basis/person/get-by-nin", Registers::population);
        server.createContext("/rest/v2/personer", Registers::krr);
        server.createContext("/folkeregisteret/offentlig-med-hjemmel/api/v1/hendelser/feed", PopulationFeed::answer);
        server.createContext("/CommunicationPartyEvents", AddressEvents::answer);
        server.start();
        return server;
    }

    /** Somebody alive whom the population register knows, and the contact register not yet. */
    public static void know(String number, String birthDate) {
        ObjectNode person = JSON.createObjectNode();
        person.putArray("norwegianIdentificationNumber")
                .addObject()
                .put("isValid", true)
                .put("identificationNumber", number);
        person.putArray("birth").addObject().put("isValid", true).put("birthDate", birthDate + "T00:00:00+00:00");
        POPULATION.put(number, person);
    }

    /** Somebody has another number; whoever is asked for by the one of before is told with both. */
    public static void renumbered(String before, String after) {
        ObjectNode person = POPULATION.containsKey(before) ? known(POPULATION, before) : known(POPULATION, after);
        ArrayNode numbers = person.putArray("norwegianIdentificationNumber");
        ObjectNode unused =
                numbers.addObject().put("isValid", true).put("status", "InUse").put("identificationNumber", after);
        unused = numbers.addObject()
                .put("isValid", false)
                .put("status", "Discontinued")
                .put("identificationNumber", before);
        POPULATION.put(before, person);
        POPULATION.put(after, person);
    }

    /** A duplicate is told as the one it is a duplicate of. */
    public static void merged(String duplicate, String person) {
        JsonNode unused = POPULATION.remove(duplicate);
        renumbered(duplicate, person);
    }

    public static void named(String number, String given, String family) {
        ObjectNode unused = known(POPULATION, number)
                .putArray("name")
                .addObject()
                .put("isValid", true)
                .put("givenName", given)
                .put("familyName", family);
    }

    /** A street address with a name on its door, as far as a letter needs it. */
    public static void postalAddress(String number, String street, String house, String postalCode, String city) {
        ObjectNode address = known(POPULATION, number)
                .putArray("residentialAddress")
                .addObject()
                .put("isValid", true)
                .putObject("streetAddress");
        ObjectNode unused = address.put("addressName", street);
        unused = address.putObject("addressNumber").put("houseNumber", house);
        unused = address.putObject("city").put("postalCode", postalCode).put("cityName", city);
    }

    /** The person moves to a place with this identifier; nowhere if it is empty. */
    public static void livesAt(String number, String place) {
        ObjectNode unused = known(POPULATION, number)
                .putArray("residentialAddress")
                .addObject()
                .put("isValid", true)
                .put("cadastralIdentifier", place);
    }

    public static void responsible(String child, String parent, String kind) {
        ObjectNode unused = known(POPULATION, child)
                .withArray("parentalResponsibility")
                .addObject()
                .put("isValid", true)
                .put("responsibilityType", kind)
                .put("responsible", parent);
    }

    public static void nobodyIsResponsible(String child) {
        JsonNode unused = known(POPULATION, child).remove("parentalResponsibility");
    }

    public static void guardian(String ward, String guardian, String type, String scope) {
        ObjectNode unused = known(POPULATION, ward)
                .withArray("guardianshipOrFuturePowerOfAttorney")
                .addObject()
                .put("isValid", true)
                .put("guardianshipType", type)
                .set(
                        "guardian",
                        JSON.createObjectNode()
                                .put("identificationNumber", guardian)
                                .put("guardianshipScope", scope));
    }

    public static void died(String number) {
        ObjectNode unused = known(POPULATION, number).putObject("death").put("isValid", true);
    }

    public static void deathAnnulled(String number) {
        JsonNode unused = known(POPULATION, number).remove("death");
    }

    public static void isProtected(String number, String level) {
        ObjectNode unused = known(POPULATION, number)
                .putArray("addressProtection")
                .addObject()
                .put("isValid", true)
                .put("protectionLevel", level);
    }

    /** How far the register says it has come with somebody. */
    public static void sequence(String number, long sequence) {
        ObjectNode unused = known(POPULATION, number).put("sequenceNumber", sequence);
    }

    /** The register says two things about somebody's birth; {@link #know} heals that. */
    public static void contradictsBirth(String number) {
        ObjectNode unused = known(POPULATION, number)
                .withArray("birth")
                .addObject()
                .put("isValid", true)
                .put("birthDate", "1900-01-01");
    }

    public static void forgotten(String number) {
        JsonNode unused = POPULATION.remove(number);
    }

    /** Contact data of somebody, each channel verified at its own time; the register writes the two times differently. */
    public static void reachable(
            String number, String email, OffsetDateTime emailAt, String mobile, OffsetDateTime mobileAt) {
        ObjectNode person = JSON.createObjectNode()
                .put("reservasjon", "NEI")
                .put("status", "AKTIV")
                .put("spraak", "nn");
        person.putObject("kontaktinformasjon")
                .put("epostadresse", email)
                .put("epostadresse_sist_verifisert", emailAt.toString().replaceFirst("Z$", "+00"))
                .put("mobiltelefonnummer", mobile)
                .put("mobiltelefonnummer_oppdatert", mobileAt.toString());
        CONTACTS.put(number, person);
    }

    public static void reserved(String number) {
        ObjectNode unused = known(CONTACTS, number).put("reservasjon", "JA");
    }

    public static void populationRegisterAway(boolean away) {
        populationAway = away;
    }

    public static void krrAway(boolean away) {
        krrAway = away;
    }

    /** KRR accepts questions and answers none of them until it is told otherwise. */
    public static void krrStalls(boolean stalls) {
        krrStalls.countDown();
        krrStalls = new CountDownLatch(stalls ? 1 : 0);
    }

    /** From now on KRR says two things about somebody in one answer. */
    public static void contradicts(String number) {
        boolean unused = CONTRADICTED.add(number);
    }

    private static ObjectNode known(Map<String, ObjectNode> register, String number) {
        return Objects.requireNonNull(register.get(number), "tell the register of somebody first");
    }

    private static void population(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String number = form.substring("nin=".length(), form.indexOf('&'));
            ObjectNode person = POPULATION.get(number);
            if (populationAway || exchange.getRequestHeaders().getFirst("api-version") == null) {
                exchange.sendResponseHeaders(500, -1);
            } else if (person == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer(exchange, person);
            }
        }
    }

    private static void krr(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (krrAway || !mayAsk(exchange)) {
                exchange.sendResponseHeaders(krrAway ? 503 : 401, -1);
                return;
            }
            await(krrStalls);
            ObjectNode reply = JSON.createObjectNode();
            ArrayNode people = reply.putArray("personer");
            for (JsonNode number : JSON.readTree(exchange.getRequestBody()).path("personidentifikatorer")) {
                ObjectNode unknown =
                        JSON.createObjectNode().put("reservasjon", "NEI").put("status", "IKKE_REGISTRERT");
                ObjectNode person = CONTACTS.getOrDefault(number.asText(), unknown)
                        .deepCopy()
                        .put("personidentifikator", number.asText());
                people.add(person);
                if (CONTRADICTED.contains(number.asText())) {
                    people.add(person.deepCopy().put("reservasjon", "JA"));
                }
            }
            answer(exchange, reply);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody told KRR to go on");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the token has the scope; who signed it is not this test's matter. */
    private static boolean mayAsk(HttpExchange exchange) throws IOException {
        return hasScope(exchange, "krr:global/kontaktinformasjon.read");
    }

    static boolean hasScope(HttpExchange exchange, String scope) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return List.of(claims.path("scope").asText().split(" ")).contains(scope);
    }

    static void answer(HttpExchange exchange, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
