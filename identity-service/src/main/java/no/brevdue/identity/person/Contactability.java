package no.brevdue.identity.person;

import no.brevdue.contracts.identity.v1.Language;

/** Whether and in which language a person may be reached digitally; the addresses themselves stay with the contact data. */
public record Contactability(boolean digitalOptOut, boolean emailUsable, boolean smsUsable, Language language) {}
