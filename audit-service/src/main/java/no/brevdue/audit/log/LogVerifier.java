package no.brevdue.audit.log;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Checks an exported log against signed checkpoints, offline: no database, no service, only the public key of the log.
 * A leaf that was changed in place is named; where leaves and hashes were changed together, the checkpoints before and
 * after tell between which leaves.
 */
public final class LogVerifier {

    private final VerifierKey key;

    public LogVerifier(VerifierKey key) {
        this.key = key;
    }

    /**
     * Verifies leaf after leaf.
     *
     * @param notes signed checkpoints in the order of their sizes, at least one
     * @param leaves from index 0 on; those past the last checkpoint are not looked at
     */
    public VerificationReport verify(List<String> notes, Iterator<Leaf> leaves) {
        Frontier tree = Frontier.empty();
        try {
            for (String note : notes) {
                Checkpoint checkpoint = Checkpoint.open(note, key);
                long verified = tree.size();
                while (tree.size() < checkpoint.size()) {
                    String flaw = leaves.hasNext() ? append(tree, leaves.next()) : "the leaf is missing";
                    if (!flaw.isEmpty()) {
                        return new VerificationReport.BrokenAt(tree.size(), tree.size() + 1, flaw);
                    }
                }
                if (tree.size() > checkpoint.size()) {
                    return new VerificationReport.Untrusted("the checkpoints are not in order");
                }
                if (!Arrays.equals(tree.root(), checkpoint.root())) {
                    return new VerificationReport.BrokenAt(
                            verified, checkpoint.size(), "these leaves do not give the root that was signed");
                }
            }
        } catch (UntrustedCheckpointException refused) {
            return new VerificationReport.Untrusted(String.valueOf(refused.getMessage()));
        }
        return new VerificationReport.Intact(tree.size());
    }

    /** Returns what is wrong with the leaf, or nothing. */
    private static String append(Frontier tree, Leaf leaf) {
        if (leaf.index() != tree.size()) {
            return "another leaf stands in its place";
        }
        if (!Arrays.equals(TreeHash.leaf(leaf.content()), leaf.hash())) {
            return "the leaf is not what was hashed";
        }
        tree.append(leaf.hash());
        return "";
    }
}
