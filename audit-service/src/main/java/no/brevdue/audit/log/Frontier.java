package no.brevdue.audit.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that must be known of a Merkle tree to let it grow: the roots of its perfect subtrees, largest first, one for each one
 * bit of its size. Changes in place; one transaction owns it.
 */
final class Frontier {

    private final List<byte[]> peaks;
    private long size;

    private Frontier(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    static Frontier of(long size, byte[] bytes) {
        if (bytes.length != TreeHash.LENGTH * Long.bitCount(size)) {
            throw new IllegalArgumentException("This is not the frontier of a tree of that size");
        }
        List<byte[]> peaks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += TreeHash.LENGTH) {
            peaks.add(Arrays.copyOfRange(bytes, from, from + TreeHash.LENGTH));
        }
        return new Frontier(size, peaks);
    }

    void append(byte[] leafHash) {
        byte[] peak = leafHash;
        for (long sizes = size; (sizes & 1) == 1; sizes >>= 1) {
            peak = TreeHash.node(peaks.removeLast(), peak);
        }
        peaks.addLast(peak);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return TreeHash.ofNothing();
        }
        byte[] root = peaks.getLast();
        for (byte[] left : peaks.subList(0, peaks.size() - 1).reversed()) {
            root = TreeHash.node(left, root);
        }
        return root;
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        peaks.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
