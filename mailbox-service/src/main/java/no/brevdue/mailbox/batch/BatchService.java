package no.brevdue.mailbox.batch;

import no.brevdue.mailbox.batch.BatchResult.Item;
import no.brevdue.mailbox.message.MessageService;
import no.brevdue.platform.caller.Caller.ClientSystem;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends one after another, each in its own transaction and under a key of its own that follows from the batch's key and the
 * letter's reference. A batch that is repeated, or was interrupted half-way, therefore finds its letters again.
 */
@ApplicationScoped
class BatchService {

    private final MessageService messages;
    private final LetterCheck check;

    BatchService(MessageService messages, LetterCheck check) {
        this.messages = messages;
        this.check = check;
    }

    BatchResult send(ClientSystem sender, String key, BatchRequest batch) {
        return BatchResult.of(batch.letters().stream()
                .map(letter -> Item.of(letter, () -> {
                    check.requireValid(letter);
                    return messages.send(sender, LetterCheck.keyOf(key, letter.reference()), letter)
                            .messageId();
                }))
                .toList());
    }
}
