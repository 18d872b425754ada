package no.brevdue.mailbox.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Stored ciphertext as a stream of which one chunk is in memory, fetched when it is needed. A missing chunk looks like the
 * end, and decryption notices a wrong end.
 */
final class StoredChunks extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private int number;

    StoredChunks(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return hasMore() ? current.read() : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return hasMore() ? current.read(target, offset, length) : -1;
    }

    private boolean hasMore() {
        if (current.available() == 0) {
            chunks.apply(number).ifPresent(chunk -> {
                current = new ByteArrayInputStream(chunk);
                number++;
            });
        }
        return current.available() > 0;
    }
}
