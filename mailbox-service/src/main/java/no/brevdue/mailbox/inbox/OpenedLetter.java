package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.attachment.AttachmentView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The content of a letter, released by an opening. */
@Schema(name = "OpenedLetter")
public record OpenedLetter(
        UUID letterId,
        String sender,
        String language,
        String title,
        String body,
        List<AttachmentView> attachments,
        Instant acceptedAt,
        Instant openedAt,
        @Nullable Instant actBy,
        NextStep nextStep) {}
