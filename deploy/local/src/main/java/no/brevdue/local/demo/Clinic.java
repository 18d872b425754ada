package no.brevdue.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.local.stack.Service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A clinic's system: it sends letters and follows their proof. */
public final class Clinic {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api mailbox;

    public Clinic(String actor) {
        this.mailbox = new Api(Service.MAILBOX.url(), actor);
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

    public Answer message(String messageId) throws IOException, InterruptedException {
        return mailbox.get("/v1/sender/messages/" + messageId);
    }

    /** The proof once it says enough, or as it stands when time is up. */
    Proof proofOnce(String messageId, Predicate<Proof> enough) throws IOException, InterruptedException {
        return Patiently.await(
                PATIENCE, () -> new Proof(message(messageId).require(200).json()), enough);
    }

    /** Everything the clinic has been told, oldest first. */
    public List<JsonNode> feed() throws IOException, InterruptedException {
        JsonNode events =
                mailbox.get("/v1/sender/events?limit=1000").require(200).json().path("events");
        return StreamSupport.stream(events.spliterator(), false).toList();
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
