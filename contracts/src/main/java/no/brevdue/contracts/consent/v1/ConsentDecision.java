package no.brevdue.contracts.consent.v1;

import java.util.UUID;

/** One event in the life of one consent. */
public sealed interface ConsentDecision extends PersonDecision
        permits ConsentGranted, ConsentRenewed, ConsentRefused, ConsentWithdrawn, ConsentExpired {

    UUID consentId();

    String controller();

    String purpose();

    /** What holds after it. */
    ConsentState state();
}
