package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Somebody nobody has written to yet, and what they decide about the letters of one clinic. */
final class Decider {

    /** The crowd before them belongs to other stories. */
    private static final int FIRST = 2_000;

    private static final String LETTERS = "letters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SyntheticPerson person;
    private final Patient patient;
    private final Api decisions;
    private final SyntheticOrganization clinic;

    private Decider(int n, SyntheticOrganization clinic) {
        this.person = SyntheticPeople.crowd(n);
        this.patient = new Patient(person.key());
        this.decisions = new Api(Service.CONSENT.url(), person.key());
        this.clinic = clinic;
    }

    /** Another one each time, so that the story can be played again where it was played before. */
    static Decider next(World world, SyntheticOrganization clinic) throws IOException, InterruptedException {
        int n = FIRST;
        while (new Decider(n, clinic).hasDecided()) {
            n++;
        }
        world.live("{\"event\":\"settle\",\"count\":" + (n + 1) + "}");
        return new Decider(n, clinic);
    }

    /** One of the crowd, who has had a letter. */
    static Decider of(int n, SyntheticOrganization clinic) {
        return new Decider(n, clinic);
    }

    private boolean hasDecided() throws IOException, InterruptedException {
        return !decisions.get("/v1/me/consents").require(200).json().isEmpty();
    }

    SyntheticPerson person() {
        return person;
    }

    Patient patient() {
        return patient;
    }

    String address() {
        return person.key() + "@epost.example";
    }

    /** What must be decided, once the clinic waits for an answer. */
    Answer pending() throws IOException, InterruptedException {
        return Patiently.await(
                PATIENCE,
                () -> decisions.get("/v1/me/pending-decisions").require(200),
                answer -> answer.toString().contains(clinic.number()));
    }

    /** What using a feature asks for, as its refusal says. */
    Answer pendingFor(String query) throws IOException, InterruptedException {
        return decisions.get("/v1/me/pending-decisions?" + query).require(200);
    }

    Answer decide(String decision) throws IOException, InterruptedException {
        return decide(clinic.number(), LETTERS, decision);
    }

    Answer decide(String controller, String purpose, String decision) throws IOException, InterruptedException {
        return decisions.post(
                "/v1/me/consent-decisions",
                Map.of(
                        "controller",
                        controller,
                        "purpose",
                        purpose,
                        "decision",
                        decision,
                        "noticeVersion",
                        noticeVersion(purpose),
                        "language",
                        "nb"));
    }

    Answer denyPractitioner(String number) throws IOException, InterruptedException {
        return decisions.post("/v1/me/restrictions", Map.of("kind", "PRACTITIONER", "target", number));
    }

    Answer lift(String restriction) throws IOException, InterruptedException {
        return decisions.delete("/v1/me/restrictions/" + restriction);
    }

    /** What the consent says of itself once every reader acts on it, or when time is up. */
    JsonNode onceEffective(String consent) throws IOException, InterruptedException {
        return Patiently.await(
                        PATIENCE,
                        () -> decisions.get("/v1/me/consents/" + consent).require(200),
                        answer -> isEffective(answer.json().path("consent")))
                .json()
                .path("consent");
    }

    static boolean isEffective(JsonNode consent) {
        return consent.path("progress").asText().equals("EFFECTIVE");
    }

    String receipt(String consent) throws IOException, InterruptedException {
        return text(decisions.get("/v1/me/consent-receipts/" + consent));
    }

    String receiptKeys() throws IOException, InterruptedException {
        return text(decisions.get("/v1/receipt-keys"));
    }

    private long noticeVersion(String purpose) throws IOException, InterruptedException {
        JsonNode versions = decisions
                .get("/v1/documents/versions?document=consent-" + purpose)
                .require(200)
                .json();
        return StreamSupport.stream(versions.spliterator(), false)
                .mapToLong(version -> version.path("version").asLong())
                .max()
                .orElseThrow();
    }

    private static String text(Answer answer) {
        return new String(answer.require(200).body(), StandardCharsets.UTF_8);
    }
}
