package no.brevdue.contracts.identity.v1;

import java.util.UUID;

/**
 * A name that a sender believes in was held against the register's. Whoever waits for this answer can go on.
 *
 * @param questionId the question, which is the message; the partition key
 * @param version always 1: a question is answered once
 * @param outcome what came of it
 */
public record NameChecked(UUID questionId, long version, NameCheckOutcome outcome) implements IdentityEvent {

    @Override
    public String key() {
        return questionId.toString();
    }

    @Override
    public boolean wholeState() {
        return true;
    }
}
