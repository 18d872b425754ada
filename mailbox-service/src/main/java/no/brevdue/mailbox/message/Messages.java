package no.brevdue.mailbox.message;

import no.brevdue.platform.database.Transaction;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Letters without their content, for the features that show them. */
@ApplicationScoped
public class Messages {

    private final MessageRepository messages;

    Messages(MessageRepository messages) {
        this.messages = messages;
    }

    /** A message the caller may see. */
    public Message require(Transaction tx, UUID id) {
        return messages.find(tx, id).orElseThrow(() -> MessageProblem.NOT_FOUND.because("No message " + id + "."));
    }
}
