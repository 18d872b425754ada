package no.brevdue.platform.crypto;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataKeyTest {

    private static final UUID LETTER = new UUID(0, 1);
    private static final UUID OTHER_LETTER = new UUID(0, 2);
    private static final byte[] BODY = "Innkalling til kontroll".getBytes(StandardCharsets.UTF_8);
    private static final int SEGMENT = 1 << 20;

    private final DataKey key = DataKey.fresh();

    @Test
    void aPartOpensAsThatPartOfThatMessage() {
        byte[] cipher = key.encrypt(BODY, LETTER, "body");

        assertThat(cipher).hasSize(BODY.length + 28);
        assertThat(key.decrypt(cipher, LETTER, "body")).isEqualTo(BODY);
    }

    @Test
    void aPartDoesNotOpenInAnotherMessage() {
        assertUndecipherable(key.encrypt(BODY, OTHER_LETTER, "body"));
    }

    @Test
    void aPartDoesNotOpenAsAnotherPart() {
        assertUndecipherable(key.encrypt(BODY, LETTER, "title"));
    }

    @Test
    void aPartDoesNotOpenWithAnotherLettersKey() {
        assertUndecipherable(DataKey.fresh().encrypt(BODY, LETTER, "body"));
    }

    @Test
    void anAlteredPartDoesNotOpen() {
        byte[] cipher = key.encrypt(BODY, LETTER, "body");

        for (int place = 0; place < cipher.length; place++) {
            byte[] altered = cipher.clone();
            altered[place] ^= 1;
            assertUndecipherable(altered);
        }
    }

    @Test
    void theSamePartTwiceGivesTwoCiphertexts() {
        assertThat(key.encrypt(BODY, LETTER, "body")).isNotEqualTo(key.encrypt(BODY, LETTER, "body"));
    }

    @Test
    void anAttachmentOfSeveralSegmentsIsReadBack() throws IOException {
        byte[] content = content(2 * SEGMENT + 17);

        assertThat(read(stream(content, LETTER), LETTER)).isEqualTo(content);
    }

    @Test
    void anEmptyAttachmentIsReadBack() throws IOException {
        assertThat(read(stream(new byte[0], LETTER), LETTER)).isEmpty();
    }

    @Test
    void anAttachmentIsNotReadAsAnother() throws IOException {
        byte[] cipher = stream(content(100), OTHER_LETTER);

        assertThatThrownBy(() -> assertThat(read(cipher, LETTER)).isNull()).isInstanceOf(IOException.class);
    }

    @Test
    void anAttachmentCutAtASegmentIsNotReadToItsEnd() throws IOException {
        byte[] cipher = stream(content(3 * SEGMENT), LETTER);
        byte[] cut = Arrays.copyOf(cipher, 2 * SEGMENT);

        assertThatThrownBy(() -> assertThat(read(cut, LETTER)).isNull()).isInstanceOf(IOException.class);
    }

    private void assertUndecipherable(byte[] cipher) {
        assertThatThrownBy(() -> assertThat(key.decrypt(cipher, LETTER, "body")).isNull())
                .isInstanceOf(UndecipherableException.class);
    }

    private byte[] stream(byte[] content, UUID attachment) throws IOException {
        ByteArrayOutputStream cipher = new ByteArrayOutputStream();
        try (var encrypting = key.encryptingStream(cipher, attachment, "content")) {
            encrypting.write(content);
        }
        return cipher.toByteArray();
    }

    private byte[] read(byte[] cipher, UUID attachment) throws IOException {
        try (var decrypting = key.decryptingStream(new ByteArrayInputStream(cipher), attachment, "content")) {
            return decrypting.readAllBytes();
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }
}
