package no.brevdue.development;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** How far business time is ahead of real time: an ISO 8601 duration in a file. No file means no offset. */
final class Offset {

    /** Looking at the file costs a system call, and a clock is asked often. */
    private static final long NANOS_BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    private final Path file;
    private volatile Seen seen = new Seen(null, Duration.ZERO, System.nanoTime() - NANOS_BETWEEN_LOOKS);

    Offset(Path file) {
        this.file = file;
    }

    Duration current() {
        Seen last = seen;
        if (System.nanoTime() - last.lookedAt < NANOS_BETWEEN_LOOKS) {
            return last.offset;
        }
        Seen now = look(last);
        seen = now;
        return now.offset;
    }

    private Seen look(Seen last) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            Duration offset = modified.equals(last.modified)
                    ? last.offset
                    : Duration.parse(Files.readString(file).strip());
            return new Seen(modified, offset, System.nanoTime());
        } catch (NoSuchFileException none) {
            return new Seen(null, Duration.ZERO, System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Seen(@Nullable FileTime modified, Duration offset, long lookedAt) {}
}
