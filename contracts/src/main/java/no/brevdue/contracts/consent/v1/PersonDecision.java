package no.brevdue.contracts.consent.v1;

import no.brevdue.contracts.Event;

import java.util.UUID;

/**
 * Something a person has decided. All of a person's decisions share one dense version, so that a reader who misses one of
 * them notices, and does not take an older one for the newest.
 */
public sealed interface PersonDecision extends Event
        permits ConsentDecision, TermsAccepted, AccessRestricted, AccessRestrictionLifted, PersonDecisionsRestated {

    UUID alias();

    @Override
    default String key() {
        return alias().toString();
    }
}
