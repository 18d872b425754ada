package no.brevdue.mailbox.attachment;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.Arrays;
import java.util.HexFormat;

/** The kinds of file we carry, each known by the bytes it begins with. */
public enum AttachmentType {
    @JsonProperty("application/pdf")
    PDF("application/pdf", "255044462D"),
    @JsonProperty("image/png")
    PNG("image/png", "89504E470D0A1A0A"),
    @JsonProperty("image/jpeg")
    JPEG("image/jpeg", "FFD8FF");

    /** As many bytes as the longest beginning has. */
    static final int HEAD = 8;

    private final String mediaType;
    private final String beginning;

    AttachmentType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /** Whether a file with these first bytes can be of this type. */
    boolean begins(byte[] head) {
        byte[] expected = HexFormat.of().parseHex(beginning);
        return head.length >= expected.length && Arrays.equals(head, 0, expected.length, expected, 0, expected.length);
    }

    @Override
    public String toString() {
        return mediaType;
    }
}
