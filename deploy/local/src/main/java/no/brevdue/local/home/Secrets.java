package no.brevdue.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords drawn at random when they are first asked for, and kept; each stack has its own. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Letters, digits, {@code -} and {@code _} only, so that it needs no quoting in SQL or configuration. */
    public synchronized String password(String name) {
        String password = known.getProperty(name);
        if (password == null) {
            byte[] drawn = new byte[24];
            RANDOM.nextBytes(drawn);
            password = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
            known.setProperty(name, password);
            save();
        }
        return password;
    }

    /** Whole or not at all: a password that is lost locks the data behind it. */
    private void save() {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(written);
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(written)) {
                known.store(out, null);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
