package no.brevdue.contracts.mailbox.v1;

import no.brevdue.contracts.Event;

/** Where each delivery is and what has been proven about it. No content, no title, no name. */
public sealed interface MailboxEvent extends Event
        permits DeliveryAccepted,
                DeliveryHeld,
                DeliveryPublished,
                DeliveryLeftUnread,
                DeliveryOpened,
                DeliveryConfirmed,
                DeliveryFallbackOrdered,
                DeliveryReturned,
                DeliveryRecalled,
                DeliveryDisowned,
                DeliveryDeletedUnread,
                FallbackHandedOver,
                FallbackCompleted,
                DeliveryPaused,
                DeliveryResumed,
                MessageCompleted,
                ReplyMoved,
                CanaryPrinted,
                DecisionsApplied,
                DriftFound {}
