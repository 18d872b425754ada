package no.brevdue.platform.crypto;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.prf.PrfSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyFilesTest {

    private static final List<String> NAMES = List.of(
            "alias.json",
            "audit-signing.json",
            "audit-verification.json",
            "id-porten.json",
            "identity.json",
            "mailbox.json",
            "maskinporten.json",
            "printer-private.json",
            "printer-public.json",
            "receipt-signing.json",
            "receipt-verification.json",
            "registration-private.json",
            "registration-public.json");

    @TempDir
    private Path parent;

    @Test
    void everyKeyIsReadableByItsOwnerAlone() throws IOException {
        Path directory = parent.resolve("keys");

        KeyFiles.generate(directory);

        assertThat(contents(directory)).containsOnlyKeys(NAMES);
        assertThat(permissions(directory)).isEqualTo("rwx------");
        for (String name : NAMES) {
            assertThat(permissions(directory.resolve(name))).isEqualTo("rw-------");
        }
    }

    @Test
    void keysThatAreThereStayAsTheyAre() throws IOException {
        var unused = TestKeys.in(parent);
        Map<String, String> before = contents(parent);

        KeyFiles.generate(parent);

        assertThat(contents(parent)).isEqualTo(before);
    }

    @Test
    void missingKeysAreAddedToThoseThatAreThere() throws IOException {
        var unused = TestKeys.in(parent);
        Map<String, String> before = contents(parent);
        Files.delete(parent.resolve("mailbox.json"));
        Files.delete(parent.resolve("registration-public.json"));

        KeyFiles.generate(parent);

        Map<String, String> after = contents(parent);
        assertThat(after.remove("mailbox.json")).isNotEqualTo(before.remove("mailbox.json"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aPublicKeyWithoutItsPrivateKeyIsNotReplaced() throws IOException {
        var unused = TestKeys.in(parent);
        Files.delete(parent.resolve("audit-signing.json"));

        assertThatThrownBy(() -> KeyFiles.generate(parent))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("audit-verification.json but no audit-signing.json");
    }

    @Test
    void aliasKeysCountFromOne() throws Exception {
        TestKeys keys = TestKeys.in(parent);

        assertThat(keys.keyset("alias.json").primitive(PrfSet.class).getPrimaryId())
                .isEqualTo(1);
    }

    @Test
    void checkpointSignaturesAreBareEd25519() throws Exception {
        TestKeys keys = TestKeys.in(parent);
        byte[] note = {1, 2, 3};

        byte[] signature =
                keys.keyset("audit-signing.json").primitive(PublicKeySign.class).sign(note);

        assertThat(signature).hasSize(64);
        keys.keyset("audit-verification.json").primitive(PublicKeyVerify.class).verify(signature, note);
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
