package no.brevdue.mailbox.delivery;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One proven fact about a delivery.
 *
 * @param source which service proved it
 * @param detail a code, never text
 */
public record Evidence(
        UUID deliveryId,
        Rung rung,
        Instant at,
        String source,
        @Nullable String detail) {}
