package no.brevdue.audit.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962, section 2.1: the first byte keeps a leaf from being passed off as a node. */
final class TreeHash {

    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    static byte[] leaf(byte[] content) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of a tree without leaves. */
    static byte[] ofNothing() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
