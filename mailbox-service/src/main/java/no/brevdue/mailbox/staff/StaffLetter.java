package no.brevdue.mailbox.staff;

import no.brevdue.mailbox.message.LetterFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/** The content of a letter, as staff read it. */
@Schema(name = "StaffLetter")
public record StaffLetter(
        UUID letterId,
        String sender,
        String language,
        String title,
        String body,
        LetterFormat format,
        Instant acceptedAt) {

    /** Never the content. */
    @Override
    public String toString() {
        return "StaffLetter[" + letterId + "]";
    }
}
