package no.brevdue.mailbox.recall;

import no.brevdue.contracts.mailbox.v1.ReaderRole;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The people who have read a letter, and what was taken of it. */
record Readers(List<Reader> people, List<Download> downloads) {

    Readers {
        people = List.copyOf(people);
        downloads = List.copyOf(downloads);
    }

    /** How many attachments of a copy this reader has taken. */
    long downloads(UUID delivery, @Nullable UUID reader) {
        return downloads.stream()
                .filter(download -> download.deliveryId().equals(delivery) && Objects.equals(download.reader(), reader))
                .count();
    }

    /**
     * Somebody who has read a copy.
     *
     * @param reader alias
     */
    record Reader(UUID deliveryId, UUID reader, ReaderRole role, Instant at) {}

    /**
     * An attachment of a copy, taken for the first time.
     *
     * @param reader alias; absent for the systems of a copy recipient
     */
    record Download(UUID deliveryId, @Nullable UUID reader) {}
}
