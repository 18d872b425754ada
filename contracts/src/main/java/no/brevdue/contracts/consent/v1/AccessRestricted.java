package no.brevdue.contracts.consent.v1;

import java.util.UUID;

/**
 * A person denies an organisation or a practitioner access to what is about them.
 *
 * @param alias the person, as an alias; the partition key
 * @param version version of everything the person has decided, from 1; a projection applies only a higher one
 * @param kind what kind of reader is denied
 * @param target organisation number, or number in the health personnel register
 */
public record AccessRestricted(UUID alias, long version, DeniedKind kind, String target)
        implements ConsentEvent, PersonDecision {}
