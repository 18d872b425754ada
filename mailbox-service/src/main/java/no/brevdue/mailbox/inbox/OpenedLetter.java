package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.attachment.AttachmentView;
import no.brevdue.mailbox.message.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The content of a letter, released by an opening.
 *
 * @param provenance where it comes from, as far as the sender has said
 */
@Schema(name = "OpenedLetter")
public record OpenedLetter(
        UUID letterId,
        String sender,
        String language,
        @Nullable Provenance provenance,
        String title,
        String body,
        List<AttachmentView> attachments,
        Instant acceptedAt,
        Instant openedAt,
        @Nullable Instant actBy,
        NextStep nextStep) {}
