package no.brevdue.mailbox.attachment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

/** An attachment as its readers see it in the list of a letter. */
@Schema(name = "Attachment")
public record AttachmentView(UUID attachmentId, String fileName, AttachmentType contentType, long size, String sha256) {

    /** The name is content. */
    @Override
    public String toString() {
        return "AttachmentView[" + attachmentId + "]";
    }
}
