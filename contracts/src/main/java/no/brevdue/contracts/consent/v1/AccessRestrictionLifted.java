package no.brevdue.contracts.consent.v1;

import java.util.UUID;

/**
 * A denied organisation or practitioner is denied no longer.
 *
 * @param alias the person, as an alias; the partition key
 * @param version version of everything the person has decided, from 1; a projection applies only a higher one
 * @param kind what kind of reader is denied
 * @param target organisation number, or number in the health personnel register
 */
public record AccessRestrictionLifted(UUID alias, long version, DeniedKind kind, String target)
        implements ConsentEvent, PersonDecision {}
