package no.brevdue.mailbox.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A webhook as its organisation sees it.
 *
 * @param position how far in the feed it has been told
 * @param failingSince since when every attempt has failed
 * @param lastOutcome how the last attempt ended
 * @param nextAttempt when it is tried again; absent where it is given up
 */
@Schema(name = "Webhook")
public record WebhookView(
        UUID webhookId,
        String url,
        Endpoint.State state,
        long position,
        @Nullable Instant failingSince,
        @Nullable Outcome lastOutcome,
        @Nullable Instant nextAttempt) {

    static WebhookView of(Endpoint endpoint) {
        return new WebhookView(
                endpoint.id(),
                endpoint.url(),
                endpoint.state(),
                endpoint.position(),
                endpoint.failingSince(),
                endpoint.lastOutcome(),
                endpoint.failingSince() == null ? null : endpoint.dueAt());
    }
}
