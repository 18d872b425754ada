package no.brevdue.mailbox.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_HASH_DIFFERS;
import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_SIZE_DIFFERS;
import static no.brevdue.mailbox.attachment.AttachmentProblem.CONTENT_TYPE_DIFFERS;

/** Compares bytes with their announcement while they pass by, and refuses them as soon as they cannot be meant. */
final class ContentCheck {

    private final AttachmentType type;
    private final long size;
    private final String sha256;
    private final MessageDigest digest = sha256();
    private final byte[] head = new byte[AttachmentType.HEAD];
    private long count;

    ContentCheck(AttachmentType type, long size, String sha256) {
        this.type = type;
        this.size = size;
        this.sha256 = sha256;
    }

    void pass(byte[] bytes, int length) {
        if (count < head.length) {
            System.arraycopy(bytes, 0, head, (int) count, Math.min(length, head.length - (int) count));
        }
        count += length;
        digest.update(bytes, 0, length);
        if (count > size) {
            throw CONTENT_SIZE_DIFFERS.because("More bytes arrived than were announced.");
        }
        if (count >= head.length) {
            checkType();
        }
    }

    void end() {
        if (count < size) {
            throw CONTENT_SIZE_DIFFERS.because("Fewer bytes arrived than were announced.");
        }
        checkType();
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw CONTENT_HASH_DIFFERS.because("The bytes that arrived have another SHA-256 than was announced.");
        }
    }

    private void checkType() {
        if (!type.begins(Arrays.copyOf(head, (int) Math.min(count, head.length)))) {
            throw CONTENT_TYPE_DIFFERS.because("The bytes that arrived are no " + type + ".");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
