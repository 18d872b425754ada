package no.brevdue.mailbox.message;

import no.brevdue.platform.database.Transaction;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ContentRepository {

    void insert(Transaction tx, UUID messageId, Map<LetterPart, byte[]> ciphertexts) {
        ciphertexts.forEach((part, ciphertext) -> tx.later(
                        "insert into message_part (message_id, part, ciphertext) values (:message, :part, :ciphertext)")
                .bind("message", messageId)
                .bind("part", part)
                .bind("ciphertext", ciphertext));
    }

    void wrap(Transaction tx, UUID messageId, Collection<Wrap> wraps) {
        wraps.forEach(wrap -> tx.later(
                        "insert into message_key (message_id, holder_id, wrapped) values (:message, :holder, :wrapped)")
                .bind("message", messageId)
                .bind("holder", wrap.holder())
                .bind("wrapped", wrap.wrapped()));
    }

    Map<LetterPart, byte[]> parts(Transaction tx, UUID messageId) {
        Map<LetterPart, byte[]> parts = new EnumMap<>(LetterPart.class);
        tx.handle()
                .createQuery("select part, ciphertext from message_part where message_id = :message")
                .bind("message", messageId)
                .map((row, context) -> Map.entry(LetterPart.valueOf(row.getString("part")), row.getBytes("ciphertext")))
                .forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
        return parts;
    }

    Optional<byte[]> wrapped(Transaction tx, UUID messageId, UUID holder) {
        return tx.handle()
                .createQuery("select wrapped from message_key where message_id = :message and holder_id = :holder")
                .bind("message", messageId)
                .bind("holder", holder)
                .mapTo(byte[].class)
                .findOne();
    }

    /** The letter's key for one holder. */
    record Wrap(UUID holder, byte[] wrapped) {}
}
