package no.brevdue.mailbox.copy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What has become of a copy; nothing, for most of them. */
record CopyState(
        @Nullable Instant sealedAt,
        @Nullable Instant deletedAt,
        @Nullable Instant destroyedAt) {

    static final CopyState UNTOUCHED = new CopyState(null, null, null);
}
