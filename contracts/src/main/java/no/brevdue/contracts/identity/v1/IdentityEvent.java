package no.brevdue.contracts.identity.v1;

import no.brevdue.contracts.Event;

/** What identity-service knows of people: facts, never numbers or names. */
public sealed interface IdentityEvent extends Event
        permits PersonRegistered, PersonRestated, ContactabilityChanged, RegistrationRefused, ContactNoticeRequested {}
