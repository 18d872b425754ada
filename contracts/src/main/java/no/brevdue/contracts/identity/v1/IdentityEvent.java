package no.brevdue.contracts.identity.v1;

import no.brevdue.contracts.Event;

/** What identity-service knows of people, and of who acts for organisations: facts, never numbers or names. */
public sealed interface IdentityEvent extends Event
        permits PersonRegistered,
                PersonRestated,
                ContactabilityChanged,
                RegistrationRefused,
                NameChecked,
                ContactNoticeRequested,
                SupplierAccessChanged {}
