package no.brevdue.mailbox.batch;

import com.fasterxml.jackson.databind.JsonNode;
import no.brevdue.mailbox.batch.BatchResult.Item;
import no.brevdue.mailbox.message.MessageProblem;
import no.brevdue.platform.caller.Caller.ClientSystem;
import no.brevdue.platform.database.Database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** The key of a batch belongs to the references of the first request under it, in their order. */
@ApplicationScoped
class BatchKeyService {

    private final Database database;
    private final BatchKeyRepository keys;
    private final Clock clock;

    BatchKeyService(Database database, BatchKeyRepository keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** Committed before any letter is stored: of two batches at once under one key, one is refused as a whole. */
    void require(ClientSystem sender, String key, List<JsonNode> letters) {
        byte[] references = digest(letters);
        byte[] first =
                database.asCaller(tx -> keys.first(tx, sender.consumer().value(), key, references, clock.instant()));
        if (!MessageDigest.isEqual(first, references)) {
            throw MessageProblem.KEY_REUSED.because("This key belongs to a batch with other references.");
        }
    }

    /** Each with its length, so that no two lists look alike; one that cannot be read counts as none. */
    private static byte[] digest(List<JsonNode> letters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (JsonNode letter : letters) {
                String reference = Item.reference(letter);
                byte[] bytes = reference == null ? new byte[0] : reference.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
