package no.brevdue.notification.contact;

import no.brevdue.contracts.identity.v1.Language;

/** What identity-service said when asked how a person can be reached. */
public sealed interface ContactLookup {

    /** There is an address that may be used. */
    record Reachable(EmailAddress email, Language language) implements ContactLookup {}

    /** Identity-service knows of no way we can use. */
    record NoChannel() implements ContactLookup {}

    /** Nobody knows: there was no answer, or none that can be believed. Ask again later. */
    record Away() implements ContactLookup {}
}
