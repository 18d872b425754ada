package no.brevdue.mailbox.recall;

import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.feed.Feed;
import no.brevdue.mailbox.message.Message;
import no.brevdue.mailbox.message.Messages;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Breaches of this mailbox: noted once for each letter and cause, told to the sender, and gathered when it asks. */
@ApplicationScoped
class BreachService {

    private final Database database;
    private final BreachRepository breaches;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Feed feed;
    private final AuditTrail audit;
    private final Clock clock;

    BreachService(
            Database database,
            BreachRepository breaches,
            Deliveries deliveries,
            Messages messages,
            Feed feed,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.breaches = breaches;
        this.deliveries = deliveries;
        this.messages = messages;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    void start(Transaction tx, Message message, Breach.Cause cause, @Nullable String reason, Instant awareAt) {
        Instant now = clock.instant();
        Breach breach = new Breach(UUID.randomUUID(), message.id(), message.sender(), cause, reason, awareAt, now);
        if (breaches.insert(tx, breach)) {
            feed.append(
                    tx,
                    List.of(new Feed.News(
                            message.sender(), "breach-started", message.id(), breach.id(), cause.name(), now)));
        }
    }

    List<BreachPack> all(ClientSystem sender) {
        return database.asCaller(tx -> breaches.latest(tx, sender.consumer().value()).stream()
                .map(breach -> pack(tx, sender, breach))
                .toList());
    }

    BreachPack one(ClientSystem sender, UUID id) {
        return database.asCaller(tx -> pack(
                tx,
                sender,
                breaches.find(tx, id, sender.consumer().value())
                        .orElseThrow(() -> RecallProblem.NO_SUCH_BREACH.because("No breach " + id + " of yours."))));
    }

    private BreachPack pack(Transaction tx, ClientSystem sender, Breach breach) {
        Message message = messages.require(tx, breach.messageId());
        audit.record(
                tx,
                AuditEntry.by(sender)
                        .did("breach-pack-read")
                        .to("breach", breach.id())
                        .of(message.subject())
                        .because("breach-notification")
                        .forController(message.sender()));
        return BreachPack.of(
                breach,
                message,
                deliveries.ofMessage(tx, message.id()),
                deliveries.evidenceOf(tx, message.id()),
                breaches.readers(tx, message.id()),
                breaches.attachments(tx, message.id()));
    }
}
