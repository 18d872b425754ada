package no.brevdue.mailbox.message;

import no.brevdue.platform.crypto.DataKey;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter without its content.
 *
 * @param subject alias of the person it is about
 * @param format of its body; plain if absent
 * @param replyAllowed whether its sender takes answers
 * @param requestDigest SHA-256 of the request, encrypted under the letter's own key: it tells a repetition from another
 *     letter, tells nobody anything else, and dies with the letter
 */
public record Message(
        UUID id,
        UUID threadId,
        String sender,
        @Nullable String supplier,
        String reference,
        String idempotencyKey,
        byte[] requestDigest,
        UUID subject,
        Purpose purpose,
        String language,
        @Nullable Provenance provenance,
        @Nullable LetterFormat format,
        boolean replyAllowed,
        @Nullable Instant actBy,
        Instant acceptedAt,
        @Nullable Instant completedAt) {

    private static final String DIGEST = "REQUEST_DIGEST";

    /** Whether the marks in its body mean something. */
    public boolean isMarkdown() {
        return format == LetterFormat.MARKDOWN;
    }

    static byte[] seal(byte[] digest, DataKey key, UUID messageId) {
        return key.encrypt(digest, messageId, DIGEST);
    }

    byte[] digest(DataKey key) {
        return key.decrypt(requestDigest, id, DIGEST);
    }
}
