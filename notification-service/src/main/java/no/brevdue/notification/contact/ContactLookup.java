package no.brevdue.notification.contact;

import no.brevdue.contracts.identity.v1.Language;

import java.util.List;

/** What identity-service said when asked how a person can be reached. */
public sealed interface ContactLookup {

    /** There is somebody who may be told, or more than one: whoever may read the letter. */
    record Reachable(List<Reader> readers) implements ContactLookup {

        public Reachable {
            readers = List.copyOf(readers);
        }
    }

    /** Somebody who may read the letter, and has an address that may be used. */
    record Reader(EmailAddress email, Language language) {}

    /** Identity-service knows of no way we can use. */
    record NoChannel() implements ContactLookup {}

    /** Nobody knows: there was no answer, or none that can be believed. Ask again later. */
    record Away() implements ContactLookup {}
}
