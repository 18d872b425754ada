package no.brevdue.mailbox.batch;

import no.brevdue.mailbox.batch.BatchResult.Item;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.message.MessageService;
import no.brevdue.mailbox.message.MessageStatus;
import no.brevdue.mailbox.message.SendMessageRequest;
import no.brevdue.platform.audit.AuditEntry;
import no.brevdue.platform.audit.AuditTrail;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;
import no.brevdue.platform.database.Transaction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stores all letters of a batch in one transaction or none, and lets them go together once the sender commits. Whatever is
 * not committed in time comes back by itself, since each delivery is held with a deadline.
 */
@ApplicationScoped
class StagedBatchService {

    private final Database database;
    private final MessageService messages;
    private final LetterCheck check;
    private final StagedBatchRepository batches;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final Clock clock;

    StagedBatchService(
            Database database,
            MessageService messages,
            LetterCheck check,
            StagedBatchRepository batches,
            Deliveries deliveries,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.check = check;
        this.batches = batches;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    BatchResult stage(ClientSystem sender, String key, List<SendMessageRequest> letters) {
        try {
            // What is wrong with a letter in itself is said before anything is stored for another one.
            requireAllGood(letters.stream()
                    .map(letter -> Item.of(letter, () -> {
                        check.requireAcceptable(sender, key, letter);
                        return null;
                    }))
                    .toList());
            return messages.inTransaction(tx -> stage(tx, sender, key, letters));
        } catch (Refusal refusal) {
            return BatchResult.refused(refusal.items);
        }
    }

    /** Committing twice is once. */
    StagedBatch commit(ClientSystem sender, UUID id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.asCaller(tx -> {
            StagedBatch batch = batches.lock(tx, sender.consumer().value(), id)
                    .orElseThrow(() -> BatchProblem.BATCH_NOT_FOUND.because("No batch " + id + "."));
            if (batch.committedAt() != null) {
                return batch;
            }
            if (!now.isBefore(batch.commitBefore())) {
                throw BatchProblem.BATCH_EXPIRED.because("The batch was to be committed within an hour.");
            }
            batches.commit(tx, id, now);
            deliveries.release(tx, batches.messages(tx, id));
            audit.record(
                    tx,
                    AuditEntry.by(sender)
                            .did("batch-committed")
                            .to("batch", id)
                            .because("delivery-follow-up")
                            .forController(sender.consumer().value()));
            return new StagedBatch(id, batch.sender(), batch.idempotencyKey(), batch.commitBefore(), now);
        });
    }

    private BatchResult stage(Transaction tx, ClientSystem sender, String key, List<SendMessageRequest> letters) {
        StagedBatch staged =
                StagedBatch.of(sender.consumer().value(), key, clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean isNew = batches.insert(tx, staged);
        StagedBatch batch =
                isNew ? staged : batches.find(tx, staged.sender(), key).orElseThrow();
        List<Item> items = letters.stream()
                .map(letter -> Item.of(letter, () -> {
                    String own = LetterCheck.keyOf(key, letter.reference());
                    MessageStatus status =
                            isNew ? messages.accept(tx, sender, own, letter) : messages.again(tx, sender, own, letter);
                    return status.messageId();
                }))
                .toList();
        requireAllGood(items);
        if (isNew) {
            List<UUID> stored = items.stream()
                    .map(item -> Objects.requireNonNull(item.messageId()))
                    .toList();
            batches.keep(tx, batch.id(), stored);
            deliveries.holdUncommitted(tx, stored, batch.lettersComeBackAt());
        }
        return BatchResult.staged(batch, items);
    }

    private static void requireAllGood(List<Item> items) {
        if (items.stream().anyMatch(Item::wasRefused)) {
            throw new Refusal(items);
        }
    }

    /** Takes back everything that the transaction has stored. */
    private static final class Refusal extends RuntimeException {

        private final transient List<Item> items;

        Refusal(List<Item> items) {
            super(null, null, false, false);
            this.items = items;
        }
    }
}
