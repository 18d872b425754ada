package no.brevdue.mailbox.attachment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.Locale;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An attachment as its sender announces it. What is uploaded must be exactly that.
 *
 * @param fileName shown to readers; no path
 * @param size in octets, at most 25 MB
 * @param sha256 of the content, 64 hexadecimal digits
 */
@Schema(name = "NewAttachment", examples = """
                {
                  "fileName": "innkalling.pdf",
                  "contentType": "application/pdf",
                  "size": 48213,
                  "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                }
                """)
record NewAttachment(
        // Neither a path nor anything invisible: a mark that reverses the writing direction can make .exe look like
        // .pdf.
        @NotBlank
        @Size(max = 200)
        @Pattern(
                regexp = "[^/\\\\\\p{C}\\p{Zl}\\p{Zp}]*",
                message = "must be a file name without path separators and invisible characters")
        String fileName,

        @NotNull AttachmentType contentType,

        @Min(1) @Max(LARGEST) long size,

        @NotNull @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits")
        String sha256) {

    /** 25 MB. */
    static final long LARGEST = 25 * 1024 * 1024;

    String hash() {
        return sha256.toLowerCase(Locale.ROOT);
    }

    /** The name is content. */
    @Override
    public String toString() {
        return "NewAttachment[" + contentType + ", " + size + "]";
    }
}
