package no.brevdue.mailbox.attachment;

import no.brevdue.platform.crypto.DataKey;
import no.brevdue.platform.database.Transaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

/** The encrypted form of an attachment: its name in one piece, its bytes in chunks. */
@ApplicationScoped
class Contents {

    private static final String FILE_NAME = "attachment-name";
    private static final String BYTES = "attachment-bytes";
    private static final int CHUNK = 1024 * 1024;

    private final AttachmentRepository attachments;

    Contents(AttachmentRepository attachments) {
        this.attachments = attachments;
    }

    byte[] encryptName(String fileName, DataKey key, UUID id) {
        return key.encrypt(fileName.getBytes(StandardCharsets.UTF_8), id, FILE_NAME);
    }

    String decryptName(byte[] ciphertext, DataKey key, UUID id) {
        return new String(key.decrypt(ciphertext, id, FILE_NAME), StandardCharsets.UTF_8);
    }

    /** What is written here reaches {@code ciphertext}; closing it writes the end. */
    OutputStream encrypting(OutputStream ciphertext, DataKey key, UUID id) throws IOException {
        return key.encryptingStream(ciphertext, id, BYTES);
    }

    void store(Transaction tx, UUID id, InputStream ciphertext) throws IOException {
        int number = 0;
        for (byte[] chunk = ciphertext.readNBytes(CHUNK); chunk.length > 0; chunk = ciphertext.readNBytes(CHUNK)) {
            attachments.insertChunk(tx, id, number, chunk);
            number++;
        }
    }

    /** Reads each chunk in a transaction of its own, so that none waits for a slow reader. */
    InputStream decrypting(Transactions transactions, DataKey key, UUID id) throws IOException {
        InputStream ciphertext =
                new StoredChunks(number -> transactions.in(tx -> attachments.findChunk(tx, id, number)));
        return key.decryptingStream(ciphertext, id, BYTES);
    }

    /** The door to the database that fits whoever reads. */
    @FunctionalInterface
    interface Transactions {

        <T> T in(Function<Transaction, T> work);
    }
}
