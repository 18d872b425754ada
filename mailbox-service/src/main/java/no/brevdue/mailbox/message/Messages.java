package no.brevdue.mailbox.message;

import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.delivery.Delivery;
import no.brevdue.mailbox.delivery.Evidence;
import no.brevdue.platform.database.Transaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

/** Letters without their content, for the features that show them. */
@ApplicationScoped
public class Messages {

    private final MessageRepository messages;
    private final Deliveries deliveries;

    Messages(MessageRepository messages, Deliveries deliveries) {
        this.messages = messages;
        this.deliveries = deliveries;
    }

    /** A message the caller may see. */
    public Message require(Transaction tx, UUID id) {
        return messages.find(tx, id).orElseThrow(() -> MessageProblem.NOT_FOUND.because("No message " + id + "."));
    }

    /** Messages the caller may see, newest first. */
    public List<Message> all(Transaction tx, Collection<UUID> ids) {
        return messages.findAll(tx, ids);
    }

    /** Letters of a sender that were accepted between these times and have not ended, oldest first. */
    public List<UUID> incomplete(Transaction tx, String sender, Instant from, Instant before) {
        return messages.incomplete(tx, sender, from, before);
    }

    /** What is proven about each, in their order. */
    public List<MessageStatus> statuses(Transaction tx, List<Message> of) {
        List<UUID> ids = of.stream().map(Message::id).toList();
        Map<UUID, List<Delivery>> byMessage =
                deliveries.ofMessages(tx, ids).stream().collect(Collectors.groupingBy(Delivery::messageId));
        Map<UUID, List<Evidence>> byDelivery =
                deliveries.evidenceOf(tx, ids).stream().collect(Collectors.groupingBy(Evidence::deliveryId));
        return of.stream()
                .map(message -> {
                    List<Delivery> own = byMessage.getOrDefault(message.id(), List.of());
                    List<Evidence> evidence = own.stream()
                            .flatMap(delivery -> byDelivery.getOrDefault(delivery.id(), List.of()).stream())
                            .toList();
                    return MessageStatus.of(message, own, evidence);
                })
                .toList();
    }
}
