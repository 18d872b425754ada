package no.brevdue.mailbox.recipient;

import no.brevdue.contracts.identity.v1.PersonFacts;

/** What the mailbox can say about the person behind an alias. */
public sealed interface Standing {

    record Unknown() implements Standing {}

    /** identity-service said that there is nobody. */
    record Refused(String reason) implements Standing {}

    record Known(PersonFacts facts, boolean inDoubt) implements Standing {}
}
