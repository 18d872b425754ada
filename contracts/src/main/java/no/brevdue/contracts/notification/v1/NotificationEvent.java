package no.brevdue.contracts.notification.v1;

import no.brevdue.contracts.Event;

/** What became of each attempt to tell a person about a letter. No address, no number, no text. */
public sealed interface NotificationEvent extends Event
        permits NotificationOrdered, NotificationHandedOver, NotificationFailed, DecisionsApplied, DriftFound {}
