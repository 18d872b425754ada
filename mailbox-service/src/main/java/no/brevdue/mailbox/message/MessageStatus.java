package no.brevdue.mailbox.message;

import no.brevdue.contracts.mailbox.v1.RecipientKind;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.DeliveryStatus;
import no.brevdue.mailbox.delivery.Evidence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is proven about a letter, for its sender.
 *
 * @param complete true once every delivery, copies included, has ended in proof
 */
@Schema(name = "MessageStatus", examples = """
                {
                  "messageId": "019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1",
                  "threadId": "019adf2c-3e5f-7a01-8b3e-0b8f6f0e54a1",
                  "reference": "EPJ-2026-004711",
                  "acceptedAt": "2026-12-01T08:30:00Z",
                  "complete": false,
                  "completedAt": null,
                  "deliveries": [
                    {
                      "recipient": "PERSON",
                      "organization": null,
                      "delivery": {
                        "deliveryId": "019adf2c-3e60-7b5d-9c1e-2f8a9a4d1c11",
                        "state": "ACCEPTED",
                        "reason": "PROCESSING",
                        "fallback": "NONE",
                        "ended": false,
                        "nextDeadline": "2026-12-04T09:00:00Z",
                        "thenWhat": "ROUTING",
                        "fallsBackAt": "2026-12-04T09:00:00Z",
                        "evidence": [
                          {"rung": "ACCEPTED", "at": "2026-12-01T08:30:00Z", "source": "mailbox", "detail": null}
                        ]
                      }
                    }
                  ]
                }
                """)
public record MessageStatus(
        UUID messageId,
        UUID threadId,
        String reference,
        Instant acceptedAt,
        boolean complete,
        @Nullable Instant completedAt,
        List<DeliveryOfMessage> deliveries) {

    public static MessageStatus of(Message message, List<Delivery> deliveries, List<Evidence> evidence) {
        return new MessageStatus(
                message.id(),
                message.threadId(),
                message.reference(),
                message.acceptedAt(),
                message.completedAt() != null,
                message.completedAt(),
                deliveries.stream()
                        .map(delivery -> new DeliveryOfMessage(
                                delivery.recipientKind(),
                                delivery.organization(),
                                DeliveryStatus.of(
                                        delivery,
                                        evidence.stream()
                                                .filter(proof ->
                                                        proof.deliveryId().equals(delivery.id()))
                                                .toList())))
                        .toList());
    }

    /**
     * One delivery.
     *
     * @param organization organisation number of a copy recipient
     */
    @Schema(name = "DeliveryOfMessage")
    public record DeliveryOfMessage(
            RecipientKind recipient, @Nullable String organization, DeliveryStatus delivery) {}
}
