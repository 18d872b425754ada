package no.brevdue.audit.log;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The frontier against the recursive definition of RFC 6962, section 2.1. */
class FrontierPropertyTest {

    @Example
    void everySmallTreeHasTheRootOfTheDefinition() {
        Frontier tree = Frontier.empty();
        List<byte[]> leaves = new ArrayList<>();
        for (int size = 0; size <= 300; size++) {
            assertThat(tree.root()).as("size %d", size).isEqualTo(definedRoot(leaves));
            byte[] leaf = TreeHash.leaf(new byte[] {(byte) size, (byte) (size >> 8)});
            tree.append(leaf);
            leaves.add(leaf);
        }
    }

    @Property(tries = 200)
    void aTreeThatWasStoredGrowsOnAsIfItHadNot(
            @ForAll @Size(max = 300) List<byte[]> contents, @ForAll @IntRange(max = 300) int storedAt) {
        Frontier tree = Frontier.empty();
        List<byte[]> leaves = contents.stream().map(TreeHash::leaf).toList();
        for (byte[] leaf : leaves) {
            if (tree.size() == storedAt) {
                tree = Frontier.of(tree.size(), tree.toBytes());
            }
            tree.append(leaf);
        }

        assertThat(tree.size()).isEqualTo(leaves.size());
        assertThat(tree.root()).isEqualTo(definedRoot(leaves));
    }

    /** From the test data of RFC 6962's reference implementation: leaves "", 00, 10, 2021, 3031. */
    @Example
    void theRootsAreThoseOfTheReferenceImplementation() {
        Frontier tree = Frontier.empty();
        assertThat(hex(tree.root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

        append(tree, "");
        assertThat(hex(tree.root())).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");

        append(tree, "00");
        assertThat(hex(tree.root())).isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");

        append(tree, "10");
        assertThat(hex(tree.root())).isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    }

    @Example
    void aFrontierOfAnotherSizeIsRefused() {
        Frontier tree = Frontier.empty();
        append(tree, "00");

        assertThatThrownBy(() -> Frontier.of(3, tree.toBytes())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void append(Frontier tree, String content) {
        tree.append(TreeHash.leaf(HexFormat.of().parseHex(content)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] definedRoot(List<byte[]> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? TreeHash.ofNothing() : leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(definedRoot(leaves.subList(0, split)), definedRoot(leaves.subList(split, leaves.size())));
    }
}
