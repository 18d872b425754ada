package no.brevdue.mailbox.message;

import no.brevdue.mailbox.holder.Holder;
import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Transaction;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** The content of letters: encrypted part by part under a key of the letter's own, which is wrapped for each holder. */
@ApplicationScoped
public class LetterContent {

    private final ContentRepository content;

    LetterContent(ContentRepository content) {
        this.content = content;
    }

    void store(Transaction tx, UUID messageId, DataKey key, Map<LetterPart, String> parts, Collection<Holder> holders) {
        Map<LetterPart, byte[]> ciphertexts = new EnumMap<>(LetterPart.class);
        parts.forEach((part, text) ->
                ciphertexts.put(part, key.encrypt(text.getBytes(StandardCharsets.UTF_8), messageId, part.name())));
        content.insert(tx, messageId, ciphertexts);
        content.wrap(
                tx,
                messageId,
                holders.stream()
                        .map(holder -> new ContentRepository.Wrap(
                                holder.id(), holder.keyset().wrap(key, messageId)))
                        .toList());
    }

    /** What a holder can read; whoever asks has decided before that the reader may. */
    public Map<LetterPart, String> read(Transaction tx, UUID messageId, Holder reader) {
        DataKey key = key(tx, messageId, reader);
        Map<LetterPart, String> parts = new EnumMap<>(LetterPart.class);
        content.parts(tx, messageId)
                .forEach((part, ciphertext) -> parts.put(
                        part, new String(key.decrypt(ciphertext, messageId, part.name()), StandardCharsets.UTF_8)));
        return parts;
    }

    DataKey key(Transaction tx, UUID messageId, Holder reader) {
        return content.wrapped(tx, messageId, reader.id())
                .map(wrapped -> reader.keyset().unwrap(wrapped, messageId))
                .orElseThrow(() -> MessageProblem.NOT_FOUND.because("This copy has been deleted."));
    }
}
