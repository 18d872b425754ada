package no.brevdue.contracts.registration.v1;

import no.brevdue.contracts.Event;

/** Requests to register a person or to hold a name against theirs, readable by identity-service alone and kept for seven days. */
public sealed interface RegistrationEvent extends Event permits RegistrationRequested, NameCheckRequested {}
