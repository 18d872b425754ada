package no.brevdue.contracts.consent.v1;

import java.util.UUID;

/** One event in the life of one consent. */
public interface ConsentDecision extends PersonDecision {

    UUID consentId();

    String controller();

    String purpose();

    /** What holds after it. */
    ConsentState state();
}
