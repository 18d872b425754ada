package no.brevdue.contracts.registration.v1;

import no.brevdue.contracts.Event;

/** Requests to register a person, readable by identity-service alone and kept for seven days. */
public sealed interface RegistrationEvent extends Event permits RegistrationRequested {}
