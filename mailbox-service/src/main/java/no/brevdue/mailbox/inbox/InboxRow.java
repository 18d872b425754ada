package no.brevdue.mailbox.inbox;

import no.brevdue.contracts.mailbox.v1.ParentVisibility;
import no.brevdue.contracts.mailbox.v1.ReaderRole;
import no.brevdue.mailbox.copy.Withdrawn;
import no.brevdue.mailbox.delivery.LetterState;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published letter as the list reads it: no content, no title.
 *
 * @param agreed whether its reader has agreed to write to its sender, where that matters
 */
record InboxRow(
        UUID id,
        UUID messageId,
        String sender,
        LetterState state,
        @Nullable String reason,
        boolean confirmationRequired,
        Instant publishedAt,
        Instant readBefore,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Instant actBy,
        long attachments,
        ParentVisibility parentVisibility,
        boolean onConsent,
        List<ReaderRole> openedBy,
        boolean sealed,
        @Nullable Withdrawn withdrawn,
        boolean deleted,
        boolean replyAllowed,
        boolean agreed) {}
