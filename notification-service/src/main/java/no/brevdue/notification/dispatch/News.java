package no.brevdue.notification.dispatch;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to tell about a delivery.
 *
 * @param alias the person the letter is for
 * @param at when it happened
 * @param sender whose letter awaits the person's consent; null on every other occasion
 */
record News(
        UUID deliveryId,
        UUID alias,
        ParentVisibility visibility,
        Occasion occasion,
        Instant at,
        @Nullable String sender) {}
