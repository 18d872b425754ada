package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.mailbox.batch.BatchResult.Item;
import no.brevdue.mailbox.delivery.Deliveries;
import no.brevdue.mailbox.message.MessageProblem;
import no.brevdue.mailbox.message.MessageService;
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

    BatchResult stage(ClientSystem sender, String key, List<JsonNode> letters) {
        // What is wrong with a letter in itself is found before anything is stored for another one.
        List<Item> checked = Item.each(letters, letter -> {
            check.requireAcceptable(sender, check.read(letter));
            return null;
        });
        StagedBatch batch =
                StagedBatch.of(sender.consumer().value(), key, clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return messages.inTransaction(tx -> {
                if (!batches.insert(tx, batch)) {
                    return again(tx, sender, key, letters);
                }
                requireAllGood(checked);
                return store(tx, sender, batch, letters);
            });
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

    private BatchResult store(Transaction tx, ClientSystem sender, StagedBatch batch, List<JsonNode> letters) {
        List<Item> items = Item.each(letters, written -> {
            SendMessageRequest letter = check.read(written);
            String own = LetterCheck.stagedKeyOf(batch.idempotencyKey(), letter.reference());
            return messages.accept(tx, sender, own, letter).messageId();
        });
        requireAllGood(items);
        List<UUID> stored = items.stream()
                .map(item -> Objects.requireNonNull(item.messageId()))
                .toList();
        batches.keep(tx, batch.id(), stored);
        deliveries.holdUncommitted(tx, stored, batch.lettersComeBackAt());
        return BatchResult.staged(batch, items);
    }

    /** What was stored as a whole is found again as a whole; nobody is told of a letter that it was not stored when it was. */
    private BatchResult again(Transaction tx, ClientSystem sender, String key, List<JsonNode> letters) {
        StagedBatch batch = batches.find(tx, sender.consumer().value(), key).orElseThrow();
        List<Item> items = Item.each(letters, written -> {
            SendMessageRequest letter = check.read(written);
            check.requireValid(letter);
            String own = LetterCheck.stagedKeyOf(key, letter.reference());
            return messages.again(tx, sender, own, letter).messageId();
        });
        boolean same = items.stream().noneMatch(Item::wasRefused)
                && items.size() == batches.messages(tx, batch.id()).size();
        if (!same) {
            throw MessageProblem.KEY_REUSED.because("This key belongs to batch " + batch.id() + " with other letters.");
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
