package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.people.SyntheticPerson;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A clinic's system: it sends letters and follows their proof. */
public final class Clinic {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api mailbox;
    private final Api identity;

    public Clinic(String actor) {
        this.mailbox = new Api(Service.MAILBOX.url(), actor);
        this.identity = new Api(Service.IDENTITY.url(), actor);
    }

    /** Hides a child's letters from whoever acts for it; answers the id to lift it by. */
    Answer block(SyntheticPerson child) throws IOException, InterruptedException {
        return identity.post(
                "/v1/care/disclosure-blocks",
                Map.of("nationalIdentityNumber", child.number(), "purpose", "CHILD_PROTECTION"));
    }

    Answer lift(String blockId) throws IOException, InterruptedException {
        return identity.delete("/v1/care/disclosure-blocks/" + blockId);
    }

    List<String> upload(Letter letter) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (Letter.Attachment attachment : letter.attachments()) {
            String id = mailbox.post("/v1/sender/attachments", attachment.announcement())
                    .require(201)
                    .text("/attachmentId");
            mailbox.put("/v1/sender/attachments/" + id + "/content", attachment.content())
                    .require(204);
            ids.add(id);
        }
        return ids;
    }

    public Answer send(Letter letter, List<String> attachments, String idempotencyKey)
            throws IOException, InterruptedException {
        return mailbox.post("/v1/sender/messages", letter.request(attachments), "Idempotency-Key", idempotencyKey);
    }

    /** Letters without attachments, each accepted or refused by itself. */
    Answer sendAll(List<Letter> letters, String idempotencyKey) throws IOException, InterruptedException {
        List<Map<String, Object>> requests =
                letters.stream().map(letter -> letter.request(List.of())).toList();
        return mailbox.post("/v1/sender/batches", Map.of("letters", requests), "Idempotency-Key", idempotencyKey);
    }

    /** Compares what the clinic believes it has sent in a period with what is there. */
    Answer reconcile(Instant from, Instant before, List<String> references) throws IOException, InterruptedException {
        return mailbox.post(
                "/v1/sender/reconciliations",
                Map.of("from", from.toString(), "before", before.toString(), "references", references));
    }

    /** Sends a letter, and answers its message's id. */
    String post(Letter letter) throws IOException, InterruptedException {
        return send(letter, List.of(), letter.reference()).require(201).text("/messageId");
    }

    /** Sends a letter to somebody who reads digitally. */
    PublishedLetter publish(Letter letter) throws IOException, InterruptedException {
        return published(post(letter));
    }

    /** Sends a letter that can be answered to somebody who reads digitally. */
    PublishedLetter publishTakingReplies(Letter letter) throws IOException, InterruptedException {
        Map<String, Object> request = letter.request(List.of());
        request.put("replyAllowed", true);
        return published(mailbox.post("/v1/sender/messages", request, "Idempotency-Key", letter.reference())
                .require(201)
                .text("/messageId"));
    }

    private PublishedLetter published(String messageId) throws IOException, InterruptedException {
        Proof proof = proofOnce(messageId, Proof::isPublished);
        if (!proof.isPublished()) {
            throw new ClaimFailed("The letter is published", proof.summary());
        }
        return new PublishedLetter(
                messageId, proof.toPerson().path("deliveryId").asText());
    }

    Answer sendForPrint(Letter letter) throws IOException, InterruptedException {
        Map<String, Object> request = letter.request(List.of());
        request.put("fallback", "PRINT");
        return mailbox.post("/v1/sender/messages", request, "Idempotency-Key", letter.reference());
    }

    /** Says what the clinic believes the recipient is called. */
    Answer sendNaming(Letter letter, String name) throws IOException, InterruptedException {
        Map<String, Object> request = letter.request(List.of());
        request.put(
                "recipient", Map.of("nationalIdentityNumber", letter.patient().number(), "expectedName", name));
        return mailbox.post("/v1/sender/messages", request, "Idempotency-Key", letter.reference());
    }

    Answer sendDecision(Letter letter) throws IOException, InterruptedException {
        Map<String, Object> request = letter.request(List.of());
        request.put("purpose", "DECISION");
        return mailbox.post("/v1/sender/messages", request, "Idempotency-Key", letter.reference());
    }

    public Answer message(String messageId) throws IOException, InterruptedException {
        return mailbox.get("/v1/sender/messages/" + messageId);
    }

    /** The proof once it says enough, or as it stands when time is up. */
    Proof proofOnce(String messageId, Predicate<Proof> enough) throws IOException, InterruptedException {
        return Patiently.await(
                PATIENCE, () -> new Proof(message(messageId).require(200).json()), enough);
    }

    Answer recall(String messageId, String reason) throws IOException, InterruptedException {
        return mailbox.post("/v1/sender/messages/" + messageId + "/recalls", Map.of("reason", reason));
    }

    Answer breaches() throws IOException, InterruptedException {
        return mailbox.get("/v1/sender/breaches");
    }

    Answer handOver(String deliveryId) throws IOException, InterruptedException {
        return mailbox.post("/v1/sender/deliveries/" + deliveryId + "/fallback-hand-overs");
    }

    Answer report(String deliveryId, boolean reached) throws IOException, InterruptedException {
        return mailbox.post("/v1/sender/deliveries/" + deliveryId + "/fallback-outcomes", Map.of("reached", reached));
    }

    Answer preflight(SyntheticPerson person) throws IOException, InterruptedException {
        return mailbox.post(
                "/v1/sender/preflights",
                Map.of("recipient", Map.of("nationalIdentityNumber", person.number()), "purpose", "TREATMENT"));
    }

    /** Everything the clinic has been told, oldest first. */
    public List<JsonNode> feed() throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        String next = "";
        JsonNode page;
        do {
            page = page(next);
            page.path("events").forEach(events::add);
            next = page.path("next").asText();
        } while (!page.path("events").isEmpty());
        return events;
    }

    private JsonNode page(String after) throws IOException, InterruptedException {
        Answer page = mailbox.get("/v1/sender/events?limit=1000&after=" + after);
        return page.require(200).json();
    }

    /** What the clinic's feed says about one of its letters. */
    List<String> news(String messageId) throws IOException, InterruptedException {
        return feed().stream()
                .filter(event -> event.path("messageId").asText().equals(messageId))
                .map(event -> (event.path("type").asText() + " "
                                + event.path("detail").asText(""))
                        .strip())
                .toList();
    }
}
