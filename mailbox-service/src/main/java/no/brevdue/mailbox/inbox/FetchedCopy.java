package no.brevdue.mailbox.inbox;

import no.brevdue.mailbox.attachment.AttachmentView;
import no.brevdue.mailbox.message.LetterFormat;
import no.brevdue.mailbox.message.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The content of a copy.
 *
 * @param patient national identity number of the patient, so that the copy can be filed
 * @param provenance where the content comes from, as far as the sender has said
 */
@Schema(name = "FetchedCopy")
public record FetchedCopy(
        UUID letterId,
        String sender,
        String patient,
        String language,
        @Nullable Provenance provenance,
        String title,
        String body,
        LetterFormat format,
        List<AttachmentView> attachments,
        Instant acceptedAt,
        @Nullable Instant actBy) {

    /** Never the content, never the number. */
    @Override
    public String toString() {
        return "FetchedCopy[" + letterId + "]";
    }
}
