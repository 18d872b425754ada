package no.brevdue.consent.receipt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.brevdue.consent.receipt.ReceiptSigner.PublicJwk;
import no.brevdue.platform.crypto.KeysetFile;
import no.brevdue.platform.crypto.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptSignerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "receipt-signing.json";

    @TempDir
    private Path directory;

    @Test
    void afterARotationTheKeyOfEarlierReceiptsIsStillPublished() throws IOException {
        ObjectNode before = keys("before");
        ObjectNode after = keys("after");
        ((ArrayNode) after.path("key")).addAll((ArrayNode) before.path("key"));
        PublicJwk old = signer(before).key();

        ReceiptSigner rotated = signer(after);

        assertThat(rotated.keys()).hasSize(2).contains(old);
        assertThat(rotated.key()).isNotEqualTo(old).isEqualTo(rotated.keys().getFirst());
    }

    private ObjectNode keys(String name) throws IOException {
        Path made = Files.createDirectory(directory.resolve(name));
        TestKeys unused = TestKeys.in(made);
        return (ObjectNode) JSON.readTree(made.resolve(FILE).toFile());
    }

    private ReceiptSigner signer(ObjectNode keys) throws IOException {
        Path file = Files.writeString(Files.createTempFile(directory, "keys", ".json"), keys.toString());
        return new ReceiptSigner(KeysetFile.of(file.toString()));
    }
}
