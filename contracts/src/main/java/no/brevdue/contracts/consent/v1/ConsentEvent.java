package no.brevdue.contracts.consent.v1;

import no.brevdue.contracts.Event;

/** Terms, and who has accepted them. */
public sealed interface ConsentEvent extends Event permits TermsPublished, TermsAccepted {}
