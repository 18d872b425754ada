package no.brevdue.identity.profile;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.contact.ContactStatus;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person, for that person's own eyes.
 *
 * @param personId opaque; says nothing outside Brevdue
 */
record Profile(UUID personId, LocalDate birthDate, Language language, ContactStatus contact) {}
