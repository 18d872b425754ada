package no.brevdue.mailbox.attachment;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Where ciphertext waits until the last byte of a slow upload has been checked, so that no transaction waits for it. The file
 * is gone when it is closed, and when the process dies.
 */
final class Spool implements Closeable {

    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool open() throws IOException {
        return new Spool(FileChannel.open(
                Files.createTempFile("brevdue-attachment-", null),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Closing it ends the ciphertext, not the file, which is read next. */
    OutputStream output() {
        return new FilterOutputStream(Channels.newOutputStream(file)) {

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Everything that was written, from the beginning. */
    InputStream input() throws IOException {
        return Channels.newInputStream(file.position(0));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
