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
 * @param body as it was written
 * @param html the body for a screen, if it was written in Markdown: paragraphs, headings, lists, emphasis and line breaks alone
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
        @Nullable String html,
        List<AttachmentView> attachments,
        Instant acceptedAt,
        Instant openedAt,
        @Nullable Instant actBy,
        NextStep nextStep) {}
