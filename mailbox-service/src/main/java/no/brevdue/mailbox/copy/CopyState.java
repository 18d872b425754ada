package no.brevdue.mailbox.copy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What has become of a copy; nothing, for most of them. */
record CopyState(
        @Nullable Instant sealedAt,
        @Nullable Instant removedAt,
        @Nullable Instant deletedAt,
        @Nullable Instant destroyAt,
        @Nullable Instant destroyedAt) {

    static final CopyState UNTOUCHED = new CopyState(null, null, null, null, null);

    /** For its reader. What is due to be destroyed is not brought back. */
    boolean isGone(Instant now) {
        return removedAt != null || destroyedAt != null || (destroyAt != null && !destroyAt.isAfter(now));
    }

    boolean isReadable(Instant now) {
        return !isGone(now) && sealedAt == null && deletedAt == null;
    }
}
