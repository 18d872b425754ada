package no.brevdue.audit.log;

/**
 * A leaf as it is exported. The hash is what the tree was built from, so that a changed leaf can be told from a changed tree.
 *
 * @param content canonical bytes of the entry
 */
public record Leaf(long index, byte[] hash, byte[] content) {

    static Leaf of(long index, byte[] content) {
        return new Leaf(index, TreeHash.leaf(content), content);
    }
}
