package no.brevdue.audit.log;

import no.brevdue.audit.entry.CanonicalForm;
import no.brevdue.audit.entry.Entries;
import no.brevdue.audit.log.VerificationReport.BrokenAt;
import no.brevdue.audit.log.VerificationReport.Intact;
import no.brevdue.audit.log.VerificationReport.Untrusted;
import no.brevdue.platform.crypto.KeyFiles;
import no.brevdue.platform.crypto.KeysetFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LogVerifierTest {

    @TempDir
    static Path keys;

    private static CheckpointSigner signer;

    private final List<Leaf> leaves = new ArrayList<>();
    private final String atFive;
    private final String atEight;

    @BeforeAll
    static void makeKeys() throws IOException {
        KeyFiles.generate(keys);
        signer = new CheckpointSigner("brevdue.example/test", key());
    }

    LogVerifierTest() {
        Frontier tree = Frontier.empty();
        String signedAtFive = "";
        for (int index = 0; index < 8; index++) {
            Leaf leaf = leaf(index, index + 1);
            leaves.add(leaf);
            tree.append(leaf.hash());
            if (tree.size() == 5) {
                signedAtFive = signer.sign(tree);
            }
        }
        atFive = signedAtFive;
        atEight = signer.sign(tree);
    }

    @Test
    void anUntouchedLogIsIntact() {
        assertThat(verify(leaves)).isEqualTo(new Intact(8));
    }

    @Test
    void leavesPastTheCheckpointAreNotItsBusiness() {
        leaves.add(leaf(8, 9));

        assertThat(verify(leaves)).isEqualTo(new Intact(8));
    }

    @Test
    void aChangedLeafIsNamed() {
        leaves.set(3, new Leaf(3, leaves.get(3).hash(), leaves.get(4).content()));

        assertThat(verify(leaves)).isEqualTo(new BrokenAt(3, 4, "the leaf is not what was hashed"));
    }

    @Test
    void aLeafThatWasChangedTogetherWithItsHashLiesBetweenTwoCheckpoints() {
        leaves.set(6, leaf(6, 99));

        assertThat(verify(leaves)).isEqualTo(new BrokenAt(5, 8, "these leaves do not give the root that was signed"));
    }

    @Test
    void aRemovedLeafIsNamed() {
        leaves.remove(2);

        assertThat(verify(leaves)).isEqualTo(new BrokenAt(2, 3, "another leaf stands in its place"));
    }

    @Test
    void aLogThatWasCutOffIsBrokenWhereItEnds() {
        assertThat(verify(leaves.subList(0, 7))).isEqualTo(new BrokenAt(7, 8, "the leaf is missing"));
    }

    @Test
    void swappedLeavesAreFoundEvenIfTheyWereRenumbered() {
        Collections.swap(leaves, 0, 1);
        leaves.replaceAll(leaf -> new Leaf(leaves.indexOf(leaf), leaf.hash(), leaf.content()));

        assertThat(verify(leaves)).isEqualTo(new BrokenAt(0, 5, "these leaves do not give the root that was signed"));
    }

    @Test
    void aCheckpointOfAnotherLogIsUntrusted() {
        var stranger = new CheckpointSigner("brevdue.example/other", key());

        assertThat(new LogVerifier(stranger.verifierKey()).verify(List.of(atEight), leaves.iterator()))
                .isInstanceOf(Untrusted.class);
    }

    private static Leaf leaf(long index, long position) {
        return Leaf.of(index, CanonicalForm.of(Entries.entry(position)));
    }

    private VerificationReport verify(List<Leaf> exported) {
        return new LogVerifier(signer.verifierKey()).verify(List.of(atFive, atEight), exported.iterator());
    }

    private static KeysetFile key() {
        return KeysetFile.of(keys.resolve("audit-signing.json").toString());
    }
}
