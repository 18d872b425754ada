package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.mailbox.batch.BatchResult.Item;
import no.brevdue.mailbox.message.MessageService;
import no.brevdue.mailbox.message.SendMessageRequest;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.problem.PlatformProblem;
import no.brevdue.platform.problem.ProblemException;
import org.jboss.logging.Logger;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends one after another, each in its own transaction and under a key of its own that follows from the batch's key and the
 * letter's reference. A batch that is repeated, or was interrupted half-way, therefore finds its letters again; the batch's key
 * belongs to these references, so that what was refused can be corrected and no other letters hide behind it.
 */
@ApplicationScoped
class BatchService {

    private static final Logger LOGGER = Logger.getLogger(BatchService.class);

    private final BatchKeyService keys;
    private final MessageService messages;
    private final LetterCheck check;

    BatchService(BatchKeyService keys, MessageService messages, LetterCheck check) {
        this.keys = keys;
        this.messages = messages;
        this.check = check;
    }

    BatchResult send(ClientSystem sender, String key, BatchRequest batch) {
        keys.require(sender, key, batch.letters());
        return BatchResult.of(Item.each(batch.letters(), letter -> send(sender, key, letter)));
    }

    private UUID send(ClientSystem sender, String key, JsonNode written) {
        try {
            SendMessageRequest letter = check.read(written);
            check.requireValid(letter);
            return messages.send(sender, LetterCheck.keyOf(key, letter.reference()), letter)
                    .messageId();
        } catch (ProblemException problem) {
            throw problem;
        } catch (RuntimeException failure) {
            // The others are told what became of them; this one is found or stored by a repetition.
            LOGGER.error("A letter of a batch could not be stored", failure);
            throw PlatformProblem.UNEXPECTED.because("Something failed on our side. Repeat the batch unchanged.");
        }
    }
}
